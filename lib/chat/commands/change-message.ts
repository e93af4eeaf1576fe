import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, Fault, notFound } from "@/lib/kernel/fault";
import { EditMessage, type Message, MessageRef } from "../contract";
import { messageEdited, messageWithdrawn } from "../facts";
import { type ChatSubject, mayTalk, writesNow } from "../policy";
import { findMessages, replaceMessage } from "../store/messages";
import { setNumbers, takeNumbers } from "../store/numbers";
import { loadSubject, personOf } from "../store/places";

type Own = { chat: ChatSubject; message: Message; mine: boolean };

/** A message of a chat one is in. @throws Fault `message_not_found`, also where one has no business */
async function loadOwn(work: Work, { id }: { id: string }): Promise<Own> {
  const [message] = await findMessages(work, [id]);
  if (!message) throw notFound("message");
  const chat = await loadSubject(work, message).catch((error: unknown) => {
    throw error instanceof Fault && error.kind === "not_found" ? notFound("message") : error;
  });
  if (!chat.place) throw notFound("message");
  return { chat, message, mine: message.senderId === personOf(work) && message.kind !== "mode" };
}

const isMine = (actor: Work["actor"], { chat, mine }: Own) => mayTalk(actor, chat) && mine;

/** Under the chat's lock: as it is now, and the number its change takes. */
async function again(work: Work, { message }: Own) {
  const numbers = await takeNumbers(work, message.groupId);
  const [now] = await findMessages(work, [message.id]);
  return { now: now ?? message, numbers, rev: numbers.lastRev + 1 };
}

const done = async (work: Work, id: string): Promise<Message> => (await findMessages(work, [id]))[0]!;

/** Says it better; what it said before is kept for moderators.
 * @throws Fault `message_not_found`, `message_withdrawn`, `chat_leaders_only` */
export const editMessage = command({
  name: "chat.edit",
  input: EditMessage,
  audit: "itself",
  evenReadOnly: true,
  load: (work, input) => loadOwn(work, input),
  allow: isMine,
  run: async (work, { id, text }, own): Promise<Message> => {
    const { now, numbers, rev } = await again(work, own);
    if (now.withdrawnAt) throw conflict("message_withdrawn");
    if (!writesNow(own.chat, numbers.leadersOnly)) throw new Fault("forbidden", "chat_leaders_only");
    if (now.text === text) return now;
    await replaceMessage(work, now, { why: "edited", by: now.senderId, rev, body: text });
    setNumbers(work, new Map([[now.groupId, { ...numbers, lastRev: rev }]]));
    const message = await done(work, id);
    work.tell(messageEdited, { agencyId: agencyOf(work), groupId: now.groupId, message });
    return message;
  },
});

/** Takes back what one said: its place stays, and that there was something. Again, it changes nothing.
 * @throws Fault `message_not_found` */
export const withdrawMessage = command({
  name: "chat.withdraw",
  input: MessageRef,
  audit: "itself",
  evenReadOnly: true,
  load: (work, input) => loadOwn(work, input),
  allow: isMine,
  run: async (work, { id }, own): Promise<Message> => {
    const { now, numbers, rev } = await again(work, own);
    if (now.withdrawnAt) return now;
    await replaceMessage(work, now, { why: "withdrawn", by: now.senderId, rev, body: null });
    setNumbers(work, new Map([[now.groupId, { ...numbers, lastRev: rev }]]));
    const message = await done(work, id);
    work.tell(messageWithdrawn, { agencyId: agencyOf(work), groupId: now.groupId, message });
    return message;
  },
});
