import { z } from "zod";
import type { Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { maySeeBranches } from "../policy";
import { listBranchRows } from "../store/branches";

export const listBranches = query({
  name: "agencies.list_branches",
  input: z.strictObject({}),
  load: nothing,
  allow: maySeeBranches,
  run: async (work) => ({ data: await listBranchRows(work) }),
});

/** Plain verb: a branch of this agency. @throws Fault `branch_not_found` */
export async function findBranch(work: Work, branchId: string) {
  const branch = (await listBranchRows(work)).find(({ id }) => id === branchId);
  if (!branch) throw notFound("branch");
  return branch;
}
