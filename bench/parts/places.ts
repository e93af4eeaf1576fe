import postgres from "postgres";
import { joinGroup } from "@/lib/groups/commands/join-group";
import type { Call } from "@/lib/kernel/call";
import { isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { openCall } from "@/server/doors/call";
import { env } from "@/server/env";
import { openHouse } from "@/server/open";
import { answer } from "../tools/part";
import { type Latency, latencyOf } from "../tools/stats";
import type { BenchGroup, BenchPerson } from "../tools/world";

type Order = {
  agencyId: string;
  group: Pick<BenchGroup, "id" | "poolId" | "code">;
  people: BenchPerson[];
  clients: number;
  /** Stops early; without it everybody tries once. */
  seconds?: number;
};
export type Placed = { joined: number; full: number; seconds: number; ms: Latency };

const sql = postgres(process.env.BARE_DATABASE_URL ?? "", { max: 8, onnotice: () => undefined });

/** So many clients work through the people, each one join at a time. */
async function work(
  { people, clients, seconds }: Order,
  join: (who: BenchPerson) => Promise<boolean>,
): Promise<Placed> {
  const ms: number[] = [];
  const count = { joined: 0, full: 0 };
  const start = performance.now();
  const until = start + (seconds ?? 60) * 1_000;
  let next = 0;
  const client = async () => {
    while (performance.now() < until) {
      const who = people[next];
      if (!who) return;
      next += 1;
      const began = performance.now();
      if (await join(who)) count.joined += 1;
      else count.full += 1;
      ms.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { ...count, seconds: (performance.now() - start) / 1_000, ms: latencyOf(ms) };
}

/** Bare SQL that writes the same rows as the command, all statements of a join sent at once. */
const bare = (order: Order) =>
  work(order, async ({ userId }) => {
    const { agencyId, group } = order;
    const [claimId, memberId, requestId] = [newId(), newId(), newId()];
    const payload = { agencyId, groupId: group.id, userId, role: "pilgrim" };
    const row = { id: memberId, groupId: group.id, userId, role: "pilgrim", claimId, subGroup: null };
    const changes = [{ table: "group_members", id: memberId, before: null, after: row }];
    const audiences = [`agency:${agencyId}:group:${group.id}`, `agency:${agencyId}:staff`];
    const [taken] = await sql.begin((tx) => [
      tx`update pools set sold = sold + 1 where id = ${group.poolId} and held + sold < capacity`,
      tx`insert into claims (id, agency_id, pool_id, quantity, state, holder) values (${claimId}, ${agencyId}, ${group.poolId}, 1, 'sold', ${`group_member:${memberId}`})`,
      tx`insert into group_members (id, agency_id, group_id, user_id, role, claim_id, joined_at) values (${memberId}, ${agencyId}, ${group.id}, ${userId}, 'pilgrim', ${claimId}, now())`,
      tx`insert into audit_log (id, agency_id, at, actor, command, changes, via, request_id) values (${newId()}, ${agencyId}, now(), ${`user:${userId}`}, 'groups.join', ${tx.json(changes)}, 'http', ${requestId})`,
      tx`insert into facts (id, agency_id, name, wire, audiences, moves, payload, request_id, node) values (${newId()}, ${agencyId}, 'groups.joined', 'group:changed', ${audiences}, ${[userId]}, ${tx.json(payload)}, ${requestId}, ${requestId})`,
    ]);
    return taken.count === 1;
  });

const callOf = ({ userId, sid }: BenchPerson, agencyId: string): Call =>
  openCall({
    actor: {
      ...{ kind: "person", userId, sessionId: sid, roles: ["pilgrim"], branchId: null, superAdmin: false },
      ...{ grants: [], leads: [], groups: [] },
    },
    agencyId,
    via: "http",
  });

const join = async (call: Call, code: string) => {
  try {
    return (await joinGroup(call, { code })).outcome === "joined";
  } catch (error) {
    if (isFault(error) && error.code === "group_full") return false;
    throw error;
  }
};

/** The whole command, each call with lanes of its own: nobody shares a commit. */
const alone = (order: Order) =>
  work(order, (who) => join({ ...callOf(who, order.agencyId), lanes: new Map() }, order.group.code));

/** The whole command as doors use it. */
const together = (order: Order) => work(order, (who) => join(callOf(who, order.agencyId), order.group.code));

const open = async () => void (await openHouse(env(), 0));

answer({ open, bare, alone, together });
