import { agencyOf, type Work } from "@/lib/kernel/call";
import { conflict, Fault, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { tidy } from "@/lib/kernel/text";
import type { Message, SendMessage } from "../contract";
import { messageSent } from "../facts";
import { type ChatSubject, writesNow } from "../policy";
import { contentOf, QUOTE_MAX } from "../rules";
import { type AttachmentRow, bindAttachments, findAttachments } from "../store/attachments";
import { addMessages, findByClientIds, findMessages } from "../store/messages";
import { lockNumbers, type Numbers, openChats, setNumbers } from "../store/numbers";
import { personOf } from "../store/places";

const keyOf = ({ groupId, clientId }: { groupId: string; clientId: string }) => `${groupId} ${clientId}`;
const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));
const unique = (list: readonly (string | undefined)[]) => [...new Set(list.flatMap((one) => one ?? []))];

/** What the batch stands on: the numbers, held until the commit, and whatever the messages name. */
type Ground = {
  numbers: Map<string, Numbers>;
  known: Map<string, Message>;
  quoted: Map<string, Message>;
  photos: Map<string, AttachmentRow>;
};

/** Locks the numbers and looks for what is known, in one way there and back. */
async function stand(work: Work, groupIds: string[], inputs: SendMessage[]) {
  // Sent in this order over one connection: another node may have committed the same message while we waited for the lock.
  const [numbers, known] = await Promise.all([lockNumbers(work, groupIds), findByClientIds(work, inputs)]);
  return { numbers, known };
}

async function prepareGround(work: Work, inputs: SendMessage[]): Promise<Ground> {
  const groupIds = unique(inputs.map(({ groupId }) => groupId));
  let stood = await stand(work, groupIds, inputs);
  const silent = groupIds.filter((id) => !stood.numbers.has(id));
  if (silent.length > 0) {
    await openChats(work, silent);
    stood = await stand(work, groupIds, inputs);
  }
  const replies = unique(inputs.map(({ replyTo }) => replyTo));
  const files = unique(inputs.map(({ attachment }) => attachment));
  const [quoted, photos] = await Promise.all([
    replies.length > 0 ? findMessages(work, replies) : [],
    files.length > 0 ? findAttachments(work, files) : [],
  ]);
  return {
    numbers: stood.numbers,
    known: new Map(stood.known.map((one) => [keyOf(one), one])),
    quoted: byId(quoted),
    photos: byId(photos),
  };
}

/** Why this one is not taken; null when it is. */
function judge(work: Work, input: SendMessage, subject: ChatSubject, ground: Ground): Error | null {
  const { groupId, replyTo, attachment } = input;
  if (!writesNow(subject, ground.numbers.get(groupId)?.leadersOnly ?? false))
    return new Fault("forbidden", "chat_leaders_only");
  if (replyTo && ground.quoted.get(replyTo)?.groupId !== groupId) return notFound("message");
  if (!attachment) return null;
  const photo = ground.photos.get(attachment);
  const isOurs = photo?.groupId === groupId && photo.userId === personOf(work) && photo.messageId === null;
  return isOurs ? null : notFound("attachment");
}

function quoteOf(quoted: Message | undefined): Message["replyTo"] {
  if (!quoted) return null;
  const { id, seq, senderId, senderName, kind, text } = quoted;
  return { id, seq, senderId, senderName, kind, text: text && tidy(text.slice(0, QUOTE_MAX)) };
}

/** The next number of its group, and the message as everybody will see it. */
function number(work: Work, input: SendMessage, subject: ChatSubject, ground: Ground): Message {
  const { groupId, clientId, kind, text, position, replyTo } = input;
  const taken = ground.numbers.get(groupId)!;
  const next = { ...taken, lastSeq: taken.lastSeq + 1, lastRev: taken.lastRev + 1 };
  ground.numbers.set(groupId, next);
  const photo = ground.photos.get(input.attachment ?? "");
  const id = newId();
  if (photo) ground.photos.set(photo.id, { ...photo, messageId: id });
  return {
    id,
    groupId,
    seq: next.lastSeq,
    rev: next.lastRev,
    clientId,
    kind,
    leadersOnly: null,
    senderId: personOf(work) ?? "",
    senderName: subject.place?.personName ?? "",
    text: text ?? null,
    attachment: photo ? { id: photo.id, width: photo.width, height: photo.height } : null,
    position: position ?? null,
    replyTo: quoteOf(ground.quoted.get(replyTo ?? "")),
    sentAt: work.now.toISOString(),
    editedAt: null,
    withdrawnAt: null,
  };
}

type Fresh = { work: Work; input: SendMessage; message: Message };

function keep(first: Work, fresh: Fresh[], numbers: Map<string, Numbers>) {
  const rows = fresh.map(({ input, message: { id, groupId, seq, rev, clientId, senderId, kind, sentAt } }) => ({
    id,
    groupId,
    seq,
    rev,
    clientId,
    senderId,
    kind,
    sentAt: new Date(sentAt),
    ...contentOf(input),
  }));
  addMessages(first, rows);
  setNumbers(first, numbers);
  const bound = rows.flatMap(({ id, attachmentId }) => (attachmentId ? [{ attachmentId, messageId: id }] : []));
  if (bound.length > 0) bindAttachments(first, bound);
  for (const { work, message } of fresh) {
    work.tell(messageSent, { agencyId: agencyOf(work), groupId: message.groupId, message });
  }
}

/** Takes these messages of one agency in order of arrival: numbered under their groups' locks, each client id once. */
export async function deliver(
  works: Work[],
  inputs: SendMessage[],
  subjects: ChatSubject[],
): Promise<(Message | Error)[]> {
  const first = works[0]!;
  const ground = await prepareGround(first, inputs);
  const fresh: Fresh[] = [];
  const answers = inputs.map((input, i) => {
    const work = works[i]!;
    const known = ground.known.get(keyOf(input));
    if (known) return known.senderId === personOf(work) ? known : conflict("client_id_taken");
    const refused = judge(work, input, subjects[i]!, ground);
    if (refused) return refused;
    const message = number(work, input, subjects[i]!, ground);
    ground.known.set(keyOf(input), message);
    fresh.push({ work, input, message });
    return message;
  });
  if (fresh.length > 0) keep(first, fresh, ground.numbers);
  return answers;
}
