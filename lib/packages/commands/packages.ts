import { findSelf } from "@/lib/agencies/queries/agency";
import { findBranch } from "@/lib/agencies/queries/branches";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { amountIn } from "@/lib/kernel/money";
import { CreatePackage, type Package, PackageRef, UpdatePackage } from "../contract/package";
import { packageChanged } from "../facts";
import { mayChangePackage, mayCreatePackage, mayMovePackage } from "../policy";
import {
  addPackage,
  asPackage,
  findPackage,
  hasLiveDepartures,
  keepPrices,
  lockPackage,
  setPackage,
} from "../store/packages";

/** Plain verb: says that a package changed. */
export const tellPackage = (work: Work, packageId: string) =>
  work.tell(packageChanged, { agencyId: agencyOf(work), packageId });

/** Writes down a new package, hidden until it is published. A branch manager's is of their branch.
 * @throws Fault `branch_not_found`, `validation` for money of another currency than the agency's */
export const createPackage = command({
  name: "packages.create",
  input: CreatePackage,
  load: async (work, { branchId }) => {
    const own = isPerson(work.actor) ? work.actor.branchId : null;
    return { branchId: branchId ? (await findBranch(work, branchId)).id : own };
  },
  allow: mayCreatePackage,
  run: async (work, { cancellationTiers, depositAmount, prices, ...fields }, { branchId }): Promise<Package> => {
    const { currency, policies } = await findSelf(work);
    const id = newId();
    const tiers = cancellationTiers ?? policies.cancellationTiers;
    await addPackage(work, {
      ...fields,
      id,
      branchId,
      currency,
      prices: keepPrices(currency, prices),
      depositAmount: depositAmount ? amountIn(currency, depositAmount, "depositAmount") : 0,
      cancellationTiers: tiers,
    });
    tellPackage(work, id);
    return asPackage(work, await findPackage(work, id));
  },
});

/** Changes what is given; departures that stand keep their own prices (R9). `published` shows or hides it.
 * @throws Fault `package_not_found`, `branch_not_found`, `package_incomplete` for publishing one without a price,
 * `validation` for money of another currency */
export const updatePackage = command({
  name: "packages.update",
  input: UpdatePackage,
  load: async (work, { id, branchId }) => {
    const subject = await lockPackage(work, id);
    if (branchId) await findBranch(work, branchId);
    return { subject, moveTo: branchId };
  },
  allow: mayMovePackage,
  run: async (work, { id, published, prices, depositAmount, ...fields }, { subject }): Promise<Package> => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    if (published && (prices ?? subject.prices).length === 0)
      throw conflict("package_incomplete", { fields: { prices: ["required"] } });
    const shown = published === undefined ? {} : { publishedAt: published ? (subject.publishedAt ?? work.now) : null };
    await setPackage(work, subject, {
      ...given,
      ...shown,
      ...(prices && { prices: keepPrices(subject.currency, prices) }),
      ...(depositAmount && { depositAmount: amountIn(subject.currency, depositAmount, "depositAmount") }),
    });
    tellPackage(work, id);
    return asPackage(work, await findPackage(work, id));
  },
});

/** Puts a package away; what was sold of it stays.
 * @throws Fault `package_in_use` while a departure of it has still to come home */
export const archivePackage = command({
  name: "packages.archive",
  input: PackageRef,
  load: (work, { id }) => lockPackage(work, id),
  allow: mayChangePackage,
  run: async (work, { id }, row) => {
    if (await hasLiveDepartures(work, id)) throw conflict("package_in_use");
    await setPackage(work, row, { archivedAt: work.now, publishedAt: null });
    tellPackage(work, id);
  },
});
