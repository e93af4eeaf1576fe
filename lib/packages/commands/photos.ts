import { agencyOf, type Call } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, forbidden, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { redraw } from "@/lib/kernel/picture";
import { openWork } from "@/lib/kernel/work";
import { type Package, PackagePhotoRef, UploadPackagePhoto } from "../contract/package";
import { mayChangePackage } from "../policy";
import { photoKey } from "../queries/packages";
import { asPackage, findPackage, lockPackage, setPackage } from "../store/packages";
import { tellPackage } from "./packages";

const EDGE = 1_600;
const MOST = 12;

async function keepFile(call: Call, file: Uint8Array) {
  const { data, width, height } = await redraw(file, { edge: EDGE, quality: 80 });
  const id = newId();
  await call.ports.files.put(photoKey(agencyOf(call), id), data, { type: "image/webp" });
  return { id, width, height };
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
    return { id, photo: await keepFile(call, file) };
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
