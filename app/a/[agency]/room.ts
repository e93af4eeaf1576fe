import { listMessages, readChat } from "@/lib/chat/queries";
import { listMembers, readGroup } from "@/lib/groups/queries";
import { type PageCall, read } from "@/server/doors/page";

/** As much as fills a screen and a little more. */
const FIRST = 40;

/** A group's chat as its page begins: the group, where the chat stands, and the newest page of it. */
export async function readRoom(call: PageCall, groupId: string) {
  // The chat before its page: what comes in between is caught up with, not missed.
  const chat = await read(readChat(call, { groupId }));
  const [group, leaders, page] = await Promise.all([
    read(readGroup(call, { groupId })),
    read(listMembers(call, { groupId, role: "leader" })),
    read(listMessages(call, { groupId, limit: FIRST })),
  ]);
  const { id, number, name, members, timeZone: zone } = group;
  const other = leaders.data.find(({ userId }) => userId !== call.actor.userId);
  const leader = other ? { name: other.personName, phone: other.phone } : null;
  return { group: { id, number, name, members, zone, leader }, initial: { chat, page } };
}
