import type { Chat, Message } from "@/lib/chat/contract";
import { wallAt } from "@/lib/i18n/wall";
import type { Outgoing } from "./outbox";
import type { Thread } from "./thread";

export type MessageRow = {
  kind: "message";
  key: string;
  message: Message;
  mine: boolean;
  /** First of several by one person: it carries the name. */
  first: boolean;
  /** Last of them: it carries the tail and the face. */
  last: boolean;
};
export type Row =
  | { kind: "day"; key: string; at: Date }
  | { kind: "unread"; key: string }
  | { kind: "mode"; key: string; message: Message }
  | MessageRow
  | { kind: "waiting"; key: string; item: Outgoing };

const RUN_MS = 10 * 60_000;
const dayOf = (at: Date, zone: string) => {
  const { year, month, day } = wallAt(at, zone);
  return `${year}-${month}-${day}`;
};

const isRun = (a: Message | undefined, b: Message | undefined, zone: string) =>
  a !== undefined &&
  b !== undefined &&
  a.senderId === b.senderId &&
  a.kind !== "mode" &&
  b.kind !== "mode" &&
  Date.parse(b.sentAt) - Date.parse(a.sentAt) < RUN_MS &&
  dayOf(new Date(a.sentAt), zone) === dayOf(new Date(b.sentAt), zone);

type Shown = {
  messages: readonly Message[];
  waiting: readonly Outgoing[];
  userId: string;
  zone: string;
  /** Of others, and after what was read before. */
  isNew: (message: Message) => boolean;
};

/** What others have said since, whatever became of it. */
function saidFor(chat: Chat | null, userId: string, readTo = chat?.readSeq ?? 0) {
  const joinedAt = chat?.members.find((one) => one.userId === userId)?.joinedAt ?? "";
  return ({ seq, senderId, sentAt }: Message) => seq > readTo && senderId !== userId && sentAt >= joinedAt;
}

/** What somebody has yet to read, as the server counts it. */
export function newFor(chat: Chat | null, userId: string, readTo?: number) {
  const isSaid = saidFor(chat, userId, readTo);
  return (message: Message) => !message.withdrawnAt && isSaid(message);
}

/** How much of what is new lies before all that is shown on this device: the chat counted as many when it was asked, among
 * them what was withdrawn since. */
export function countEarlier(chat: Chat | null, { bySeq, oldest, complete }: Thread, userId: string): number {
  if (!chat || complete || oldest <= chat.readSeq + 1) return 0;
  const isSaid = saidFor(chat, userId);
  const wasCounted = ({ withdrawnAt, rev }: Message) => !withdrawnAt || rev > chat.lastRev;
  const done = [...bySeq.values()].filter(
    (one) => one.seq <= chat.lastSeq && (one.seq >= oldest || one.withdrawnAt) && isSaid(one) && wasCounted(one),
  );
  return Math.max(0, chat.unread - done.length);
}

/** What stands in the list, from the oldest to what waits to be sent. */
export function rowsOf({ messages, waiting, userId, zone, isNew }: Shown): Row[] {
  const rows: Row[] = [];
  let marked = false;
  for (const [i, message] of messages.entries()) {
    const [before, after] = [messages[i - 1], messages[i + 1]];
    const at = new Date(message.sentAt);
    if (!before || dayOf(new Date(before.sentAt), zone) !== dayOf(at, zone))
      rows.push({ kind: "day", key: `day-${dayOf(at, zone)}`, at });
    const mine = message.senderId === userId;
    const starts: boolean = !marked && isNew(message);
    if (starts && i > 0) rows.push({ kind: "unread", key: "unread" });
    marked ||= starts;
    if (message.kind === "mode") {
      rows.push({ kind: "mode", key: message.id, message });
      continue;
    }
    const run = { first: !isRun(before, message, zone), last: !isRun(message, after, zone) };
    rows.push({ kind: "message", key: message.clientId, message, mine, ...run });
  }
  for (const item of waiting) rows.push({ kind: "waiting", key: item.clientId, item });
  return rows;
}

/** How many of the others have read it; whoever came later is not asked. */
export const countReads = (message: Message, members: Chat["members"], reads: ReadonlyMap<string, number>) =>
  members.filter(
    ({ userId, joinedAt }) =>
      userId !== message.senderId && joinedAt <= message.sentAt && (reads.get(userId) ?? 0) >= message.seq,
  ).length;
