import { z } from "zod";
import type { Actor } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { type Branch, BranchRef } from "../contract/branch";
import { maySeeBranches, maySeeManagers } from "../policy";
import { type BranchRow, findBranchRow, listBranchRows } from "../store/branches";

/** A branch as this reader may know it. */
export function showBranch(actor: Actor, { lat, lng, managerId, managerName, ...row }: BranchRow): Branch {
  const seen = maySeeManagers(actor, row);
  const place = lat === null || lng === null ? null : { lat, lng };
  return { ...row, place, managerId: seen ? managerId : null, managerName: seen ? managerName : null };
}

/** Every branch of the agency, by name. */
export const listBranches = query({
  name: "agencies.list_branches",
  input: z.strictObject({}),
  load: nothing,
  allow: maySeeBranches,
  run: async (work) => ({ data: (await listBranchRows(work)).map((row) => showBranch(work.actor, row)) }),
});

/** One branch. @throws Fault `branch_not_found` */
export const readBranch = query({
  name: "agencies.read_branch",
  input: BranchRef,
  load: async (work, { id }) => {
    if (!maySeeBranches(work.actor)) throw notFound("branch");
    return findBranch(work, id);
  },
  allow: maySeeBranches,
  run: async (work, _input, row) => showBranch(work.actor, row),
});

/** Plain verb: a branch of this agency. @throws Fault `branch_not_found` */
export async function findBranch(work: Work, branchId: string): Promise<BranchRow> {
  const branch = await findBranchRow(work, branchId);
  if (!branch) throw notFound("branch");
  return branch;
}
