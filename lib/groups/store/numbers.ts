import { and, eq, gt, lt, ne, sql } from "drizzle-orm";
import { groups } from "@/db/schema/groups";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { conflict } from "@/lib/kernel/fault";

type Numbered = Pick<typeof groups.$inferSelect, "id" | "number" | "startsAt" | "endsAt">;
/** Holds a number until the commit: two groups on their way at once never look alike.
 * @throws Fault `number_taken` when another group of the agency bears it on some of these days */
export async function lockNumber(work: Work, { id, number, startsAt, endsAt }: Numbered) {
  const agencyId = agencyOf(work);
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`group ${agencyId} ${number}`}, 0))`);
  const taken = await work.tx.$count(
    groups,
    and(
      ...[eq(groups.agencyId, agencyId), eq(groups.number, number), ne(groups.id, id)],
      ...[lt(groups.startsAt, endsAt), gt(groups.endsAt, startsAt)],
    ),
  );
  if (taken > 0) throw conflict("number_taken", { fields: { number: ["number_taken"] } });
}
