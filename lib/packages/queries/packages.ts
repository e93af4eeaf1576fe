import { z } from "zod";
import { findSelf } from "@/lib/agencies/queries/agency";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { anyone, nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { ListPackages, PackagePhotoRef, PackageRef } from "../contract/package";
import { mayCreatePackage, mayExportPackages, maySeePackage, seesDrafts } from "../policy";
import { asPackage, findPackage, listPackageRows } from "../store/packages";

/** Where the file store keeps a picture of a package. */
export const photoKey = (agencyId: string, photoId: string) => `agency/${agencyId}/packages/${photoId}.webp`;

/** One package. @throws Fault `package_not_found` */
export const readPackage = query({
  name: "packages.read",
  input: PackageRef,
  load: (work, { id }) => findPackage(work, id),
  allow: maySeePackage,
  run: async (work, _input, row) => asPackage(work, row),
});

/** What every new package begins with: the agency's currency and what it keeps of a cancelled seat. */
export const readTerms = query({
  name: "packages.read_terms",
  input: z.strictObject({}),
  load: async ({ actor }) => ({ branchId: isPerson(actor) ? actor.branchId : null }),
  allow: mayCreatePackage,
  run: async (work) => {
    const { currency, policies } = await findSelf(work);
    return { currency, cancellationTiers: policies.cancellationTiers };
  },
});

async function list(work: Work, input: ListPackages) {
  const page = await listPackageRows(work, input);
  return { ...page, data: page.data.map((row) => asPackage(work, row)) };
}

/** Packages by name: all of them for who works here, the published ones for everybody else in the agency. */
export const listPackages = query({
  name: "packages.list",
  input: ListPackages,
  load: async ({ actor }) => ({
    branchId: null,
    isPublic: (actor.kind === "person" && actor.roles.length > 0) || seesDrafts(actor),
  }),
  allow: (_actor, { isPublic }) => isPublic,
  run: list,
});

/** The same list, taken out of the house. */
export const exportPackages = query({
  name: "packages.export",
  input: ListPackages,
  load: nothing,
  allow: mayExportPackages,
  run: list,
});

/** A picture of a package. @throws Fault `photo_not_found`, also of a package one may not see */
export const readPackagePhoto = query({
  name: "packages.read_photo",
  input: PackagePhotoRef,
  load: async (work, { id, photoId }) => {
    const row = await findPackage(work, id).catch(() => null);
    if (!row?.photos.some((photo) => photo.id === photoId)) throw notFound("photo");
    return row;
  },
  allow: anyone,
  run: async (work, { photoId }) => {
    const body = await work.ports.files.get(photoKey(agencyOf(work), photoId));
    if (!body) throw notFound("photo");
    return { body, type: "image/webp" };
  },
});
