import type { Work } from "@/lib/kernel/call";
import type { Chat } from "../contract";
import { type ChatSubject, goesOn, mayLead, writesNow } from "../policy";
import type { Numbers } from "./numbers";
import { personOf } from "./places";
import { countUnread, isMuted, listMarks } from "./reading";

/** A chat as this caller finds it. */
export async function describeChat(work: Work, chat: ChatSubject, numbers: Numbers): Promise<Chat> {
  const { groupId } = chat;
  const userId = personOf(work) ?? "";
  const me = { groupId, userId };
  const [members, unread, muted] = await Promise.all([
    listMarks(work, groupId),
    countUnread(work, [me]),
    isMuted(work, me),
  ]);
  const own = unread(groupId, userId);
  return {
    groupId,
    ...numbers,
    mayWrite: writesNow(chat, numbers.leadersOnly) && goesOn(chat, work.readOnly, work.now),
    mayModerate: mayLead(work.actor, chat),
    readSeq: own.seq,
    unread: own.unread,
    muted,
    members,
  };
}
