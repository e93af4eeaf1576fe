import { agencyOf } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { OpenLook, UpdateChat } from "../contract";
import { messageSent } from "../facts";
import { mayLead, mayLookInto } from "../policy";
import { LOOK_MS } from "../rules";
import { addLook } from "../store/attachments";
import { describeChat } from "../store/chats";
import { addMessages, findMessages } from "../store/messages";
import { setNumbers, takeNumbers } from "../store/numbers";
import { findSubject, loadSubject, personOf } from "../store/places";

/** Lets everybody write, or only those who lead; the chat says who did that and when.
 * @throws Fault `group_not_found` */
export const updateChat = command({
  name: "chat.update",
  input: UpdateChat,
  evenReadOnly: true,
  load: (work, input) => loadSubject(work, input),
  allow: mayLead,
  run: async (work, { groupId, leadersOnly }, chat) => {
    const numbers = await takeNumbers(work, groupId);
    if (numbers.leadersOnly === leadersOnly) return describeChat(work, chat, numbers);
    const next = { lastSeq: numbers.lastSeq + 1, lastRev: numbers.lastRev + 1, leadersOnly };
    const [id, senderId] = [newId(), personOf(work) ?? ""];
    const place = { id, groupId, seq: next.lastSeq, rev: next.lastRev, clientId: newId(), senderId };
    addMessages(work, [{ ...place, kind: "mode", leadersOnly, sentAt: work.now }]);
    setNumbers(work, new Map([[groupId, next]]));
    work.changed("chats", groupId, { leadersOnly: numbers.leadersOnly }, { leadersOnly });
    const [message] = await findMessages(work, [id]);
    if (message) work.tell(messageSent, { agencyId: agencyOf(work), groupId, message });
    return describeChat(work, chat, next);
  },
});

/** The office reads a group's chat for an hour, and why stands in the audit log. */
export const openLook = command({
  name: "chat.open_look",
  input: OpenLook,
  evenReadOnly: true,
  load: (work, input) => findSubject(work, input),
  allow: mayLookInto,
  run: async (work, { groupId, reason }) => {
    const endsAt = addMs(work.now, LOOK_MS);
    await addLook(work, { groupId, viewerId: personOf(work) ?? "", reason, endsAt });
    return { endsAt: endsAt.toISOString() };
  },
});
