import postgres from "postgres";
import { joinGroup } from "@/lib/groups/commands/join-group";
import type { Call } from "@/lib/kernel/call";
import { isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { env } from "@/server/env";
import { openHouse } from "@/server/open";
import { answer } from "../tools/part";
import { callOf, type Rush, rush } from "../tools/rush";
import type { BenchGroup } from "../tools/world";

type Order = Rush & { agencyId: string; group: Pick<BenchGroup, "id" | "poolId" | "code"> };

const sql = postgres(process.env.BARE_DATABASE_URL ?? "", { max: 8, onnotice: () => undefined });

/** Bare SQL that writes the same rows as the command, all statements of a join sent at once. */
const bare = (order: Order) =>
  rush(order, async ({ userId }) => {
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
  rush(order, (who) => join({ ...callOf(who, order.agencyId), lanes: new Map() }, order.group.code));

/** The whole command as doors use it. */
const together = (order: Order) => rush(order, (who) => join(callOf(who, order.agencyId), order.group.code));

const open = async () => void (await openHouse(env(), 0));

answer({ open, bare, alone, together });
