import type { Actor, Person } from "@/lib/kernel/actor";
import type { Call } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { openCall } from "@/server/doors/call";
import { actorOf, as, NOON, type Somebody } from "../support/world";
import type { Role, Stage } from "./stage";

/** The call that a door would open for each of the cast. `about`: the agency that a path of the platform names. */
export function callOf({ world, group, other, sid, otherSid, webSid }: Stage, role: Role, about?: string): Call {
  const agencyId = about ?? world.agency.id;
  const open = (actor: Actor) => openCall({ actor, agencyId, via: "http", now: NOON });
  const mine = { groups: [group.id] };
  const more: Partial<Record<Role, Partial<Person>>> = {
    owner: { sessionId: webSid },
    leader: { ...mine, leads: [group.id] },
    helper: { ...mine, leads: [group.id] },
    pilgrim: { ...mine, sessionId: sid },
    companion: mine,
    otherLeader: { groups: [other.id], leads: [other.id] },
    otherPilgrim: { groups: [other.id], sessionId: otherSid },
  };
  switch (role) {
    case "superAdmin":
      return open({ ...actorOf(world.superAdmin), superAdmin: true });
    case "stranger":
      return open(actorOf({ ...world.rivalOwner, roles: [] }));
    case "guest":
      return open({ kind: "guest", phone: "+628123456789" });
    case "key":
      return open({ kind: "key", keyId: newId(), scopes: ["everything"] });
    case "nobody":
      return open({ kind: "nobody" });
    case "house":
      return open({ kind: "system", task: "test" });
    default:
      return as(world[role] as Somebody, more[role]);
  }
}
