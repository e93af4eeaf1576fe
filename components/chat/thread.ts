import type { Message } from "@/lib/chat/contract";

/** What a device knows of a group's messages: all from `oldest` on, as of change `rev`. */
export type Thread = {
  bySeq: ReadonlyMap<number, Message>;
  /** Below it nothing is shown, though a change of something older may be kept for when it is loaded. */
  oldest: number;
  rev: number;
  /** There is nothing older on the server. */
  complete: boolean;
};
type Page = { data: readonly Message[]; nextCursor: string | null; lastRev: number };

export const EMPTY: Thread = { bySeq: new Map(), oldest: 1, rev: 0, complete: true };

/** The later state of each message wins, whichever came first. */
function put(bySeq: ReadonlyMap<number, Message>, messages: readonly Message[]): Map<number, Message> {
  const next = new Map(bySeq);
  for (const message of messages) if ((next.get(message.seq)?.rev ?? -1) < message.rev) next.set(message.seq, message);
  return next;
}

const lowest = (messages: readonly Message[], otherwise: number) =>
  messages.reduce((low, { seq }) => Math.min(low, seq), otherwise);

/** Begins from the newest page. */
export const openThread = ({ data, nextCursor, lastRev }: Page): Thread => ({
  bySeq: put(new Map(), data),
  oldest: data.length === 0 ? 1 : lowest(data, Number.MAX_SAFE_INTEGER),
  rev: lastRev,
  complete: nextCursor === null,
});

/** One change as it is heard. `gap`: something before it was missed, so it must be asked for. */
export function hear(thread: Thread, message: Message): { thread: Thread; gap: boolean } {
  if (message.rev > thread.rev + 1) return { thread, gap: true };
  const bySeq = put(thread.bySeq, [message]);
  return { thread: { ...thread, bySeq, rev: Math.max(thread.rev, message.rev) }, gap: false };
}

/** A page of everything changed since `thread.rev`; `done` when it was the last one. */
export function catchUp(thread: Thread, { data, nextCursor, lastRev }: Page): { thread: Thread; done: boolean } {
  const last = data.at(-1)?.rev ?? 0;
  const rev = Math.max(thread.rev, nextCursor === null ? Math.max(lastRev, last) : last);
  return { thread: { ...thread, bySeq: put(thread.bySeq, data), rev }, done: nextCursor === null };
}

/** A page of what was said before the oldest one. */
export const addOlder = (thread: Thread, { data, nextCursor }: Page): Thread => ({
  ...thread,
  bySeq: put(thread.bySeq, data),
  oldest: lowest(data, thread.oldest),
  complete: nextCursor === null,
});

/** In their order, each answer with what is left now of what it answers to. */
export function shown({ bySeq, oldest }: Thread): Message[] {
  return [...bySeq.values()]
    .filter(({ seq }) => seq >= oldest)
    .sort((a, b) => a.seq - b.seq)
    .map((message) => withQuote(message, bySeq));
}

function withQuote(message: Message, bySeq: Thread["bySeq"]): Message {
  const quoted = message.replyTo && bySeq.get(message.replyTo.seq);
  if (!message.replyTo || !quoted) return message;
  return { ...message, replyTo: { ...message.replyTo, text: quoted.text?.slice(0, 160) ?? null } };
}

/** The newest ones, for a cold start without a network. */
export function snapshotOf(thread: Thread, keep: number): Thread {
  const list = shown(thread).slice(-keep);
  const oldest = list[0]?.seq;
  if (oldest === undefined) return thread;
  const bySeq = put(new Map(), list);
  return { bySeq, oldest, rev: thread.rev, complete: thread.complete && oldest === thread.oldest };
}
