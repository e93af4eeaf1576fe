import { asc, eq } from "drizzle-orm";
import { branches } from "@/db/schema/agencies";
import { agencyOf, type Work } from "@/lib/kernel/call";

const branchColumns = { id: branches.id, name: branches.name, city: branches.city, timeZone: branches.timeZone };
export const listBranchRows = (work: Work) =>
  work.tx
    .select(branchColumns)
    .from(branches)
    .where(eq(branches.agencyId, agencyOf(work)))
    .orderBy(asc(branches.name));

export async function addBranch(work: Work, row: { id: string; name: string; city: string; timeZone: string }) {
  await work.tx.insert(branches).values({ ...row, agencyId: agencyOf(work), createdAt: work.now });
}
