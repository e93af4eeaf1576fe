import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Call } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command, nothing } from "@/lib/kernel/command";
import { forbidden } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { redraw } from "@/lib/kernel/picture";
import { openWork } from "@/lib/kernel/work";
import { type Photo, UploadPhoto } from "../contract";
import { mayTalk } from "../policy";
import { UNSENT_MS } from "../rules";
import { addAttachment, fileKey, removeUnsent } from "../store/attachments";
import { loadSubject, personOf } from "../store/places";

const FULL = 1_600;
const SMALL = 480;
const QUALITY = 78;

/** Nobody's picture is worked on before it is known that they may send one. */
const mayUpload = (call: Call, groupId: string) =>
  call.transact("agency", true, async (tx) => {
    const chat = await loadSubject(openWork(call, tx, "chat.upload"), { groupId });
    if (!mayTalk(call.actor, chat)) throw forbidden();
  });

type Prepared = { groupId: string; photo: Photo; bytes: number };

async function keepFiles(call: Call, groupId: string, file: Uint8Array): Promise<Prepared> {
  const [full, small] = await Promise.all([
    redraw(file, { edge: FULL, quality: QUALITY }),
    redraw(file, { edge: SMALL, quality: QUALITY }),
  ]);
  const id = newId();
  const { files } = call.ports;
  await files.put(fileKey(agencyOf(call), id, "full"), full.data, { type: "image/webp" });
  await files.put(fileKey(agencyOf(call), id, "small"), small.data, { type: "image/webp" });
  const { width, height } = full;
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
