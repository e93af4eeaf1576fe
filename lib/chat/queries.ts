import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { Fault, notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import {
  type Chat,
  type ChatList,
  ChatRef,
  ListChats,
  ListEarlier,
  ListMessages,
  ListReaders,
  type MessagePage,
  MessageRef,
  type Original,
  type Readers,
  ReadPhoto,
} from "./contract";
import { type ChatSubject, mayLookInto, mayReadChat, maySeeOriginals } from "./policy";
import { fileKey, findAttachments, isShown } from "./store/attachments";
import { describeChat } from "./store/chats";
import { findLast, findMessages, listMessages as listRows, listOriginals as originalsOf } from "./store/messages";
import { findNumbers, type Numbers } from "./store/numbers";
import { findSubject, personOf } from "./store/places";
import { listMarks, listOwn } from "./store/reading";

type Standing = ChatSubject & { numbers: Numbers };

/** The numbers first: a page read after them holds everything up to them. */
async function loadChat(work: Work, input: { groupId: string }): Promise<Standing> {
  const [subject, numbers] = await Promise.all([findSubject(work, input), findNumbers(work, input.groupId)]);
  // Whoever may look with a reason is told that one is missing.
  if (!subject.place && !subject.looking && mayLookInto(work.actor)) throw new Fault("forbidden", "look_needed");
  return { ...subject, numbers };
}

/** Where a chat stands, and how far everybody has read.
 * @throws Fault `group_not_found`, `look_needed` for the office without a reason */
export const readChat = query({
  name: "chat.read",
  input: ChatRef,
  load: loadChat,
  allow: mayReadChat,
  run: (work, _input, { numbers, ...chat }): Promise<Chat> => describeChat(work, chat, numbers),
});

/** Messages of a group: the newest page, what is before or after a number, or all that changed since.
 * @throws Fault as `readChat` */
export const listMessages = query({
  name: "chat.list_messages",
  input: ListMessages,
  load: loadChat,
  allow: mayReadChat,
  run: async (work, input, { numbers: { lastSeq, lastRev } }): Promise<MessagePage> => {
    const rows = await listRows(work, input);
    const data = rows.slice(0, input.limit);
    const last = rows.length > input.limit ? data.at(-1) : undefined;
    const next = input.since === undefined ? last?.seq : last?.rev;
    return { data, nextCursor: next === undefined ? null : String(next), lastSeq, lastRev };
  },
});

/** The caller's own chats with what is new in them, the newest word first. */
export const listChats = query({
  name: "chat.list",
  input: ListChats,
  load: nothing,
  allow: isPerson,
  run: async (work): Promise<ChatList> => {
    const userId = personOf(work) ?? "";
    const own = await listOwn(work, userId);
    const last = await findLast(
      work,
      own.map(({ groupId }) => groupId),
    );
    const byGroup = new Map(last.map((message) => [message.groupId, message]));
    const chats = own.map((chat) => ({ ...chat, last: byGroup.get(chat.groupId) ?? null }));
    const spokenAt = ({ last }: (typeof chats)[number]) => (last ? Date.parse(last.sentAt) : 0);
    return { data: chats.toSorted((a, b) => spokenAt(b) - spokenAt(a)), nextCursor: null, userId };
  },
});

/** A message of a chat one may read. @throws Fault `message_not_found`, also where one has no business */
async function loadMessage(work: Work, id: string, groupId?: string) {
  const [message] = await findMessages(work, [id]);
  if (!message || (groupId !== undefined && message.groupId !== groupId)) throw notFound("message");
  const chat = await findSubject(work, message).catch(() => {
    throw notFound("message");
  });
  if (!mayReadChat(work.actor, chat)) throw notFound("message");
  return { chat, message };
}

/** Who has read a message, and who has not. */
export const listReaders = query({
  name: "chat.list_readers",
  input: ListReaders,
  load: (work, { groupId, id }) => loadMessage(work, id, groupId),
  allow: (actor, { chat }) => mayReadChat(actor, chat),
  run: async (work, { groupId }, { message }): Promise<Readers> => {
    const all = (await listMarks(work, groupId)).filter(
      ({ userId, joinedAt }) => userId !== message.senderId && joinedAt <= message.sentAt,
    );
    const named = (read: boolean) =>
      all.filter(({ seq }) => seq >= message.seq === read).map(({ userId, personName }) => ({ userId, personName }));
    return { read: named(true), unread: named(false) };
  },
});

/** What a message said before it was edited or withdrawn. */
export const listOriginals = query({
  name: "chat.list_originals",
  input: MessageRef,
  load: (work, { id }) => loadMessage(work, id),
  allow: (actor, { chat }) => maySeeOriginals(actor, chat),
  run: async (work, { id }, { message }): Promise<{ data: Original[]; nextCursor: null }> => {
    const earlier = await originalsOf(work, message.groupId, [id]);
    return { data: earlier.get(id) ?? [], nextCursor: null };
  },
});

/** The same of a page of messages, by message, for whoever looks into the talk. @throws Fault `group_not_found` */
export const listEarlier = query({
  name: "chat.list_earlier",
  input: ListEarlier,
  load: findSubject,
  allow: maySeeOriginals,
  run: (work, { groupId, ids }) => originalsOf(work, groupId, ids),
});

/** The bytes of a picture, for whoever may read the message it is part of, or has yet to send it.
 * @throws Fault `attachment_not_found` */
export const readPhoto = query({
  name: "chat.read_photo",
  input: ReadPhoto,
  load: async (work, { groupId, id }) => {
    const [chat, [photo]] = await Promise.all([findSubject(work, { groupId }), findAttachments(work, [id])]);
    if (!photo || photo.groupId !== groupId || !mayReadChat(work.actor, chat)) throw notFound("attachment");
    return { chat, photo, shown: await isShown(work, id) };
  },
  allow: (actor, { chat, photo, shown }) =>
    shown ||
    (isPerson(actor) && photo.messageId === null && photo.userId === actor.userId) ||
    maySeeOriginals(actor, chat),
  run: async (work, { id, size }) => {
    const body = await work.ports.files.get(fileKey(agencyOf(work), id, size));
    if (!body) throw notFound("attachment");
    return { body, type: "image/webp" };
  },
});
