import { and, asc, eq, isNotNull, lte, or } from "drizzle-orm";
import { branches, memberships } from "@/db/schema/agencies";
import { invitations } from "@/db/schema/users";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { conflict } from "@/lib/kernel/fault";

type Row = typeof branches.$inferSelect;
export type BranchRow = Omit<Row, "agencyId" | "createdAt"> & { managerName: string | null };
/** What a branch is changed with: a place is two columns. */
type Fields = Partial<Pick<Row, "name" | "city" | "timeZone" | "address" | "hours" | "managerId">> & {
  place?: { lat: number; lng: number } | null;
};

const branchColumns = {
  id: branches.id,
  name: branches.name,
  city: branches.city,
  timeZone: branches.timeZone,
  address: branches.address,
  lat: branches.lat,
  lng: branches.lng,
  hours: branches.hours,
  managerId: branches.managerId,
  managerName: memberships.personName,
};
const joined = (work: Work) =>
  work.tx
    .select(branchColumns)
    .from(branches)
    .leftJoin(
      memberships,
      and(eq(memberships.agencyId, branches.agencyId), eq(memberships.userId, branches.managerId)),
    );

export const listBranchRows = (work: Work): Promise<BranchRow[]> =>
  joined(work)
    .where(eq(branches.agencyId, agencyOf(work)))
    .orderBy(asc(branches.name), asc(branches.id));

export async function findBranchRow(work: Work, id: string): Promise<BranchRow | null> {
  const [row] = await joined(work).where(and(eq(branches.agencyId, agencyOf(work)), eq(branches.id, id)));
  return row ?? null;
}

const columnsOf = ({ place, ...rest }: Fields) => ({
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  ...(place === undefined ? {} : { lat: place?.lat ?? null, lng: place?.lng ?? null }),
});

export async function addBranch(
  work: Work,
  { id, ...fields }: Fields & Pick<Row, "id" | "name" | "city" | "timeZone">,
) {
  const { name, city, timeZone } = fields;
  const row = { id, name, city, timeZone, ...columnsOf(fields) };
  await work.tx.insert(branches).values({ ...row, agencyId: agencyOf(work), createdAt: work.now });
  work.changed("branches", id, null, row);
}

export async function setBranch(work: Work, before: BranchRow, fields: Fields) {
  const change = columnsOf(fields);
  if (Object.keys(change).length === 0) return;
  await work.tx
    .update(branches)
    .set(change)
    .where(and(eq(branches.agencyId, agencyOf(work)), eq(branches.id, before.id)));
  const was = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof BranchRow]]));
  work.changed("branches", before.id, was, change);
}

/** Whoever was removed, and invitations that open nothing any more, belong to no branch: no list shows them to be moved. */
async function freeWhatIsOver(work: Work, id: string) {
  const [m, i] = [memberships, invitations];
  const [left, over] = [
    isNotNull(m.removedAt),
    or(isNotNull(i.acceptedAt), isNotNull(i.revokedAt), lte(i.expiresAt, work.now)),
  ];
  const nowhere = { branchId: null };
  const people = await work.tx
    .update(m)
    .set(nowhere)
    .where(and(eq(m.agencyId, agencyOf(work)), eq(m.branchId, id), left))
    .returning({ id: m.id });
  const letters = await work.tx
    .update(i)
    .set(nowhere)
    .where(and(eq(i.agencyId, agencyOf(work)), eq(i.branchId, id), over))
    .returning({ id: i.id });
  for (const row of people) work.changed("memberships", row.id, { branchId: id }, nowhere);
  for (const row of letters) work.changed("invitations", row.id, { branchId: id }, nowhere);
}

/** @throws Fault `branch_in_use` while anybody or anything belongs to it, what it has sold among that */
export async function removeBranch(work: Work, { id, name, city }: BranchRow) {
  await freeWhatIsOver(work, id);
  const removed = work.tx.delete(branches).where(and(eq(branches.agencyId, agencyOf(work)), eq(branches.id, id)));
  await removed.catch((error: { cause?: { code?: unknown } }) => {
    throw error.cause?.code === "23503" ? conflict("branch_in_use") : error;
  });
  work.changed("branches", id, { name, city }, null);
}

/** The branches that this person leads have nobody to lead them. Returns which. */
export async function clearManager(work: Work, userId: string): Promise<string[]> {
  const rows = await work.tx
    .update(branches)
    .set({ managerId: null })
    .where(and(eq(branches.agencyId, agencyOf(work)), eq(branches.managerId, userId)))
    .returning({ id: branches.id });
  for (const { id } of rows) work.changed("branches", id, { managerId: userId }, { managerId: null });
  return rows.map(({ id }) => id);
}
