import sharp from "sharp";
import { sendMessage } from "@/lib/chat/commands/send-message";
import type { Message, MessagePage } from "@/lib/chat/contract";
import { listMessages } from "@/lib/chat/queries";
import type { Call } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { openCall } from "@/server/doors/call";
import type { Runtime } from "@/server/runtime";
import { openGroup, put, within } from "../groups/support";
import { actorOf, NOON, type Somebody, type World } from "../support/world";

/** A group on its trip with a leader and two pilgrims in it. */
export async function openTalk(world: World): Promise<string> {
  const group = await openGroup(world, { capacity: 200 });
  await put(world, group.id, world.leader, "leader");
  await put(world, group.id, world.pilgrim);
  await put(world, group.id, world.otherPilgrim);
  return group.id;
}

/** A call of one who travels with the group. */
export const of = (who: Somebody, groupId: string, now = NOON) => within(who, groupId, "pilgrim", now);
export const leads = (who: Somebody, groupId: string) => within(who, groupId, "leader");

/** The same person at another process over the same database. */
export const elsewhere = (house: Runtime, who: Somebody, groupId: string): Call =>
  openCall(
    { actor: actorOf(who, { groups: [groupId] }), agencyId: who.agencyId, via: "socket", now: NOON },
    { ...house, node: newId(), lanes: new Map(), alone: false },
  );

export const say = (call: Call, groupId: string, text: string, more: { clientId?: string; replyTo?: string } = {}) =>
  sendMessage(call, { groupId, clientId: newId(), kind: "text", text, ...more });

/** Everything there is, oldest first. */
export async function whole(call: Call, groupId: string): Promise<Message[]> {
  const all: Message[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: MessagePage = await listMessages(call, { groupId, after, limit: 100 });
    all.push(...page.data);
    after = page.nextCursor === null ? null : Number(page.nextCursor);
  }
  return all;
}

/** A call that keeps what it tells to whom. */
export function overheard(call: Call) {
  const told: { wire: string | null; payload: unknown; audiences: string[] }[] = [];
  const signals: { name: string; payload: unknown }[] = [];
  const announce: Call["announce"] = (facts, more) => {
    told.push(...facts);
    signals.push(...more);
    call.announce(facts, more);
  };
  return { call: { ...call, announce }, told, signals };
}

/** A picture with what a camera writes beside it: place and device. */
export const camera = (width = 2_000, height = 1_000) =>
  sharp({ create: { width, height, channels: 3, background: "#0d5c63" } })
    .withExif({ IFD0: { Make: "Telltale", Copyright: "Secret" }, IFD3: { GPSLatitude: "21/1 25/1 21/1" } })
    .jpeg()
    .toBuffer();
