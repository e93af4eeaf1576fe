import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Call } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command, nothing } from "@/lib/kernel/command";
import { Fault, forbidden } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { openWork } from "@/lib/kernel/work";
import { type Photo, UploadPhoto } from "../contract";
import { mayTalk } from "../policy";
import { UNSENT_MS } from "../rules";
import { addAttachment, fileKey, removeUnsent } from "../store/attachments";
import { loadSubject, personOf } from "../store/places";

/** What phones and cameras make; everything else, whatever its name, is no picture. */
const TYPES = new Set(["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"]);
const FULL = 1_600;
const SMALL = 480;
/** A picture of a few kilobytes may unpack to gigabytes. */
const PIXELS = 60_000_000;

const invalid = () => new Fault("invalid", "photo_invalid");

/** Drawn anew, upright, without what the camera wrote beside it (where, when, which device). */
const redraw = (file: Uint8Array, edge: number) =>
  sharp(file, { limitInputPixels: PIXELS, failOn: "error" })
    .rotate()
    .resize(edge, edge, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer({ resolveWithObject: true });

/** Nobody's picture is worked on before it is known that they may send one. */
const mayUpload = (call: Call, groupId: string) =>
  call.transact("agency", true, async (tx) => {
    const chat = await loadSubject(openWork(call, tx, "chat.upload"), { groupId });
    if (!mayTalk(call.actor, chat)) throw forbidden();
  });

type Prepared = { groupId: string; photo: Photo; bytes: number };

async function keepFiles(call: Call, groupId: string, file: Uint8Array): Promise<Prepared> {
  const type = await fileTypeFromBuffer(file);
  if (!type || !TYPES.has(type.mime)) throw invalid();
  const [full, small] = await Promise.all([redraw(file, FULL), redraw(file, SMALL)]).catch(() => {
    throw invalid();
  });
  const id = newId();
  const { files } = call.ports;
  await files.put(fileKey(agencyOf(call), id, "full"), full.data, { type: "image/webp" });
  await files.put(fileKey(agencyOf(call), id, "small"), small.data, { type: "image/webp" });
  const { width, height } = full.info;
  return { groupId, photo: { id, width, height }, bytes: full.data.length };
}

/** Takes a picture for a message to come.
 * @throws Fault `photo_invalid` for what is no picture */
export const uploadPhoto = command({
  name: "chat.upload",
  input: UploadPhoto,
  audit: "itself",
  evenReadOnly: true,
  prepare: async (call, { groupId, file }) => {
    await mayUpload(call, groupId);
    return keepFiles(call, groupId, file);
  },
  load: loadSubject,
  allow: mayTalk,
  run: async (work, { groupId, photo, bytes }: Prepared): Promise<Photo> => {
    await addAttachment(work, { ...photo, groupId, bytes, userId: personOf(work) ?? "" });
    return photo;
  },
});

/** Forgets pictures that were uploaded a day ago and never sent. @returns whose files are to go */
export const sweepPhotos = command({
  name: "chat.sweep",
  input: z.strictObject({}),
  audit: "itself",
  evenReadOnly: true,
  load: nothing,
  allow: isSystem,
  run: async (work) => removeUnsent(work, addMs(work.now, -UNSENT_MS)),
});
