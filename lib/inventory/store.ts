import { and, asc, eq, ne, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { insertRows, isOneOf } from "@/db/rows";
import { claims, pools } from "@/db/schema/inventory";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import type { Availability } from "./contract";
import { computeLeft } from "./rules";

export type Claim = typeof claims.$inferSelect;
type Shift = { poolId: string; held: number; sold: number };

const columns = { poolId: pools.id, capacity: pools.capacity, held: pools.held, sold: pools.sold };
const withLeft = (row: Omit<Availability, "left">): Availability => ({ ...row, left: computeLeft(row) });
const within = (work: Work, ids: readonly string[]) => and(eq(pools.agencyId, agencyOf(work)), isOneOf(pools.id, ids));

export async function addPool(work: Work, row: { id: string; kind: string; capacity: number }) {
  await work.tx.insert(pools).values({ ...row, agencyId: agencyOf(work) });
}

export async function listPools(work: Work, ids: readonly string[]): Promise<Availability[]> {
  const rows = await work.tx.select(columns).from(pools).where(within(work, ids)).orderBy(asc(pools.id));
  return rows.map(withLeft);
}

const lockQuery = prepared((tx) =>
  tx
    .select(columns)
    .from(pools)
    .where(and(eq(pools.agencyId, sql.placeholder("agencyId")), isOneOf(pools.id, sql.placeholder("ids"))))
    .orderBy(asc(pools.id))
    .for("update"),
);
/** Always in the order of ids, so that two wishes over the same pools never wait for each other (R3). */
export async function lockPoolRows(work: Work, ids: readonly string[]): Promise<Map<string, Availability>> {
  const distinct = [...new Set(ids)];
  const rows = await lockQuery(work.tx, { agencyId: agencyOf(work), ids: distinct });
  if (rows.length < distinct.length) throw notFound("pool");
  return new Map(rows.map((row) => [row.poolId, withLeft(row)]));
}

/** Moves the counts of pools that are locked already. */
export function shiftPools(work: Work, shifts: readonly Shift[]) {
  const column = <T>(read: (shift: Shift) => T) => sql.param(shifts.map(read));
  const moved = work.tx.execute(sql`
    update pools set held = pools.held + v.held, sold = pools.sold + v.sold
    from unnest(${column((s) => s.poolId)}::uuid[], ${column((s) => s.held)}::int[], ${column((s) => s.sold)}::int[])
      as v(id, held, sold)
    where pools.agency_id = ${agencyOf(work)} and pools.id = v.id`);
  return work.tx.send(moved);
}

export async function setCapacity(work: Work, poolId: string, capacity: number): Promise<Availability> {
  const [row] = await work.tx
    .update(pools)
    .set({ capacity })
    .where(within(work, [poolId]))
    .returning(columns);
  if (!row) throw notFound("pool");
  return withLeft(row);
}

export function addClaims(work: Work, rows: Omit<Claim, "agencyId" | "createdAt">[]) {
  const full = rows.map((row) => ({ agencyId: agencyOf(work), createdAt: work.now, ...row }));
  return work.tx.send(insertRows(work.tx, claims, full));
}

/** The claims among these that still stand, locked in the order of ids. */
export async function lockStanding(work: Work, ids: readonly string[]): Promise<Claim[]> {
  return work.tx
    .select()
    .from(claims)
    .where(and(eq(claims.agencyId, agencyOf(work)), isOneOf(claims.id, ids), ne(claims.state, "released")))
    .orderBy(asc(claims.id))
    .for("update");
}

/** These claims, however they stand. */
export const listClaims = (work: Work, ids: readonly string[]): Promise<Claim[]> =>
  work.tx
    .select()
    .from(claims)
    .where(and(eq(claims.agencyId, agencyOf(work)), isOneOf(claims.id, ids)));

export function setClaimState(work: Work, ids: readonly string[], state: Claim["state"]) {
  const standing = and(eq(claims.agencyId, agencyOf(work)), isOneOf(claims.id, ids));
  work.tx.send(work.tx.update(claims).set({ state }).where(standing));
}
