import { and, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { limitOf } from "@/db/rows";
import { agencies } from "@/db/schema/agencies";
import { invitations } from "@/db/schema/users";
import type { Role } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { cutPage, decodeCursor, type Page } from "@/lib/kernel/page";
import { reach } from "@/lib/kernel/permission";
import type { ListInvitations } from "../contract";

export type InvitationRow = Omit<typeof invitations.$inferSelect, "roles"> & { roles: Role[] };
export type NewInvitation = typeof invitations.$inferInsert & { roles: Role[] };

/** Rows of one statement: PostgreSQL takes 65,535 values. */
const TOGETHER = 1_000;

export async function addInvitations(work: Work, rows: readonly NewInvitation[]) {
  for (let i = 0; i < rows.length; i += TOGETHER) {
    await work.tx.insert(invitations).values(rows.slice(i, i + TOGETHER));
  }
  for (const row of rows) work.changed("invitations", row.id, null, row);
}

const here = (work: Work) => eq(invitations.agencyId, agencyOf(work));
function reached(work: Work) {
  const how = reach(work.actor, "staff");
  if (how.scope === "agency") return undefined;
  return how.scope === "branch" ? eq(invitations.branchId, how.branchId) : sql`false`;
}

const waits = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
const inState = (state: NonNullable<ListInvitations["state"]>, now: Date) =>
  ({
    accepted: isNotNull(invitations.acceptedAt),
    revoked: and(isNull(invitations.acceptedAt), isNotNull(invitations.revokedAt)),
    expired: and(waits, lte(invitations.expiresAt, now)),
    open: and(waits, gt(invitations.expiresAt, now)),
  })[state];

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);
export async function listInvitationRows(work: Work, { limit, cursor, state, staff }: ListInvitations) {
  const after = cursor ? decodeCursor(cursor, Cursor) : null;
  const rows = await work.tx
    .select()
    .from(invitations)
    .where(
      and(
        here(work),
        reached(work),
        state ? inState(state, work.now) : undefined,
        staff ? sql`(${invitations.roles} <> '{pilgrim}') = ${staff === "yes"}` : undefined,
        after
          ? sql`(${invitations.createdAt}, ${invitations.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(sql`${invitations.createdAt} desc, ${invitations.id} desc`)
    .limit(limitOf(limit));
  const key = ({ createdAt, id }: InvitationRow) => [createdAt.toISOString(), id];
  return cutPage(rows as InvitationRow[], limit, key) satisfies Page<InvitationRow>;
}

export async function lockInvitation(work: Work, id: string): Promise<InvitationRow | null> {
  const [row] = await work.tx
    .select()
    .from(invitations)
    .where(and(here(work), reached(work), eq(invitations.id, id)))
    .for("update");
  return (row as InvitationRow | undefined) ?? null;
}

/** For who holds its token, whoever they are: the agency with it. Platform fence. */
export async function findHeld(work: Work, id: string, lock = false) {
  const look = work.tx
    .select({
      invitation: invitations,
      agency: { id: agencies.id, slug: agencies.slug, name: agencies.name },
      status: agencies.status,
    })
    .from(invitations)
    .innerJoin(agencies, eq(agencies.id, invitations.agencyId))
    .where(eq(invitations.id, id));
  const [row] = await (lock ? look.for("update", { of: invitations }) : look);
  return row ? { ...row, invitation: row.invitation as InvitationRow } : null;
}

export async function findInvitations(work: Work, ids: readonly string[]): Promise<InvitationRow[]> {
  const rows = await work.tx
    .select()
    .from(invitations)
    .where(and(here(work), sql`${invitations.id} = any(${sql.param([...ids])}::uuid[])`));
  return rows as InvitationRow[];
}

export async function setInvitation(work: Work, before: InvitationRow, change: Partial<InvitationRow>) {
  await work.tx.update(invitations).set(change).where(eq(invitations.id, before.id));
  work.changed("invitations", before.id, before, { ...before, ...change });
}

const revoke = (work: Work, which: SQL | undefined) =>
  work.tx
    .update(invitations)
    .set({ revokedAt: work.now })
    .where(and(here(work), waits, which));

type Leaving = { userId: string; email: string | null; phone: string | null };
/** What somebody gave out, and what was sent to them, opens nothing after they have gone. */
export const revokeOf = (work: Work, { userId, email, phone }: Leaving) =>
  revoke(
    work,
    or(
      eq(invitations.invitedBy, userId),
      email ? eq(invitations.email, email) : undefined,
      phone ? eq(invitations.phone, phone) : undefined,
    ),
  );

/** Whoever was moved to this branch gave out ways into another; by their own link they would be back there. */
export const revokeOutside = (work: Work, userId: string, branchId: string) =>
  revoke(work, and(eq(invitations.invitedBy, userId), sql`${invitations.branchId} is distinct from ${branchId}`));
