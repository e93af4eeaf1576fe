import { and, count, eq, gt, gte, isNull, lt, lte, min } from "drizzle-orm";
import { agencies } from "@/db/schema/agencies";
import { facts, later } from "@/db/schema/kernel";
import { deliveries, probes } from "@/db/schema/notices";
import type { Work } from "@/lib/kernel/call";
import { addMs, DAY, MINUTE } from "@/lib/kernel/clock";
import type { Waiting } from "../contract/platform";
import { FAILS } from "../policy";
import { WARN_DAYS } from "../rules/life";
import { countFailed } from "./jobs";

/** A queue that stands longer than this needs somebody. */
const LATE_MS = 5 * MINUTE;

/** Each kind of what may wait for somebody of the platform, also where nothing does. Platform fence. */
export async function findWaiting(work: Work): Promise<Waiting[]> {
  const { tx, now } = work;
  const late = addMs(now, -LATE_MS);
  const [failed, [asked], [ending], [letters], [stuck], [due], [failing]] = await Promise.all([
    countFailed(work),
    tx
      .select({ count: count(), at: min(agencies.appliedAt) })
      .from(agencies)
      .where(eq(agencies.status, "pending")),
    tx
      .select({ count: count(), at: min(agencies.trialEndsAt) })
      .from(agencies)
      .where(and(eq(agencies.status, "trial"), lte(agencies.trialEndsAt, addMs(now, WARN_DAYS * DAY)))),
    tx
      .select({ count: count(), at: min(deliveries.createdAt) })
      .from(deliveries)
      .where(
        and(isNull(deliveries.agencyId), eq(deliveries.status, "failed"), gt(deliveries.createdAt, addMs(now, -DAY))),
      ),
    tx
      .select({ count: count(), at: min(facts.createdAt) })
      .from(facts)
      .where(lt(facts.createdAt, late)),
    tx
      .select({ count: count(), at: min(later.runAt) })
      .from(later)
      .where(lt(later.runAt, late)),
    tx
      .select({ count: count(), at: min(probes.failingSince) })
      .from(probes)
      .where(gte(probes.failures, FAILS)),
  ]);
  const queue = [stuck?.at, due?.at].flatMap((one) => one ?? []).sort((a, b) => a.getTime() - b.getTime());
  return [
    { kind: "agencies", count: asked?.count ?? 0, at: asked?.at ?? null },
    { kind: "trials", count: ending?.count ?? 0, at: ending?.at ?? null },
    { kind: "probes", count: failing?.count ?? 0, at: failing?.at ?? null },
    { kind: "queue", count: (stuck?.count ?? 0) + (due?.count ?? 0), at: queue[0] ?? null },
    { kind: "jobs", count: failed.count, at: failed.oldest },
    { kind: "letters", count: letters?.count ?? 0, at: letters?.at ?? null },
  ];
}
