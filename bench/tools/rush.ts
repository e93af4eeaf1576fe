import type { Call } from "@/lib/kernel/call";
import { openCall } from "@/server/doors/call";
import { type Latency, latencyOf } from "./stats";
import type { BenchPerson } from "./world";

/** `seconds`: stops early; without it everybody tries once. */
export type Rush = { people: BenchPerson[]; clients: number; seconds?: number };
/** How many got what they came for, and how many were told that there is no more. */
export type Placed = { granted: number; full: number; seconds: number; ms: Latency };

/** So many clients work through the people, each one try at a time. */
export async function rush(
  { people, clients, seconds }: Rush,
  attempt: (who: BenchPerson) => Promise<boolean>,
): Promise<Placed> {
  const ms: number[] = [];
  const count = { granted: 0, full: 0 };
  const start = performance.now();
  const until = start + (seconds ?? 60) * 1_000;
  let next = 0;
  const client = async () => {
    while (performance.now() < until) {
      const who = people[next];
      if (!who) return;
      next += 1;
      const began = performance.now();
      if (await attempt(who)) count.granted += 1;
      else count.full += 1;
      ms.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { ...count, seconds: (performance.now() - start) / 1_000, ms: latencyOf(ms) };
}

/** A pilgrim of the agency at its door. */
export const callOf = ({ userId, sid }: BenchPerson, agencyId: string): Call =>
  openCall({
    actor: {
      kind: "person",
      userId,
      sessionId: sid,
      roles: ["pilgrim"],
      branchId: null,
      superAdmin: false,
      grants: [],
      leads: [],
      groups: [],
    },
    agencyId,
    via: "http",
  });
