import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { agencyOf, type Call } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, Fault, forbidden, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { openWork } from "@/lib/kernel/work";
import { type Package, PackagePhotoRef, UploadPackagePhoto } from "../contract/package";
import { mayChangePackage } from "../policy";
import { photoKey } from "../queries/packages";
import { asPackage, findPackage, lockPackage, setPackage } from "../store/packages";
import { tellPackage } from "./packages";

const TYPES = new Set(["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"]);
const EDGE = 1_600;
/** A picture of a few kilobytes may unpack to gigabytes. */
const PIXELS = 60_000_000;
const MOST = 12;
const noPicture = () => new Fault("invalid", "photo_invalid");

/** Drawn anew, upright, without what the camera wrote beside it. */
async function redraw(call: Call, file: Uint8Array) {
  const type = await fileTypeFromBuffer(file);
  if (!type || !TYPES.has(type.mime)) throw noPicture();
  const { data, info } = await sharp(file, { limitInputPixels: PIXELS, failOn: "error" })
    .rotate()
    .resize(EDGE, EDGE, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw noPicture();
    });
  const id = newId();
  await call.ports.files.put(photoKey(agencyOf(call), id), data, { type: "image/webp" });
  return { id, width: info.width, height: info.height };
}

/** Nobody's picture is worked on before it is known that they may add one. */
const mayUpload = (call: Call, id: string) =>
  call.transact("agency", true, async (tx) => {
    const row = await findPackage(openWork(call, tx, "packages.add_photo"), id);
    if (!mayChangePackage(call.actor, row)) throw forbidden();
  });

/** Adds a picture to a package, the first being its cover.
 * @throws Fault `photo_invalid` for what is no picture, `photos_full` */
export const addPhoto = command({
  name: "packages.add_photo",
  input: UploadPackagePhoto,
  prepare: async (call, { id, file }) => {
    await mayUpload(call, id);
    return { id, photo: await redraw(call, file) };
  },
  load: (work, { id }) => lockPackage(work, id),
  allow: mayChangePackage,
  run: async (work, { id, photo }, row): Promise<Package> => {
    if (row.photos.length >= MOST) throw conflict("photos_full", { limit: MOST });
    await setPackage(work, row, { photos: [...row.photos, photo] });
    tellPackage(work, id);
    return asPackage(work, await findPackage(work, id));
  },
});

/** @throws Fault `photo_not_found` */
export const removePhoto = command({
  name: "packages.remove_photo",
  input: PackagePhotoRef,
  load: (work, { id }) => lockPackage(work, id),
  allow: mayChangePackage,
  run: async (work, { id, photoId }, row): Promise<Package> => {
    const photos = row.photos.filter((photo) => photo.id !== photoId);
    if (photos.length === row.photos.length) throw notFound("photo");
    await setPackage(work, row, { photos });
    tellPackage(work, id);
    return asPackage(work, await findPackage(work, id));
  },
});
