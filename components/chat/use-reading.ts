"use client";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { newFor } from "./rows";
import type { ChatSession, ChatView } from "./session";
import { bringIntoSight, isPast, isWatched, lastInSight, rowAt, startsAbove } from "./sight";

/** As near to its end a list follows what comes. */
const END_PX = 80;
/** What only flies past is not read. */
const REST_MS = 200;

/** How much of what is new lies above the sight, not passed on the way down, and how much below it. */
export type Around = { above: number; below: number };
type Reading = { box: RefObject<HTMLElement | null>; session: ChatSession; view: ChatView };

const newIn = (session: ChatSession) => {
  const { chat, messages } = session.read();
  return messages?.filter(newFor(chat, session.userId)) ?? [];
};

/** Follows what comes as long as nothing new leaves the sight unread. */
function useFollowing({ box, session, view: { messages, waiting, reaching } }: Reading): void {
  const newest = messages?.at(-1)?.seq ?? 0;
  const waited = useRef(waiting.length);
  useLayoutEffect(() => {
    const first = newest > 0 && !reaching && newIn(session)[0];
    const [at, row] = [box.current, first ? rowAt(first.seq) : null];
    if (at && row && at.scrollTop > -END_PX && startsAbove(at, row)) return bringIntoSight(row, "start");
  }, [box, session, newest, reaching]);

  // Whoever writes sees it, wherever they read.
  useLayoutEffect(() => {
    if (waiting.length > waited.current) box.current?.scrollTo({ top: 0 });
    waited.current = waiting.length;
  }, [box, waiting.length]);
}

/** The furthest that was the first new one, and was in sight or below it. */
type Met = { current: number };

/** Was the first that is new met on the way, so that what is seen after it passes nothing by? */
function meetFirst(at: HTMLElement, session: ChatSession, met: Met): boolean {
  const first = newIn(session)[0];
  if (!first) return true;
  const row = rowAt(first.seq);
  if (row && !isPast(at, row)) met.current = Math.max(met.current, first.seq);
  return first.seq <= met.current;
}

/** Tells what is in sight at rest. @returns what is left around it */
function look(at: HTMLElement, session: ChatSession, met: Met, earlier: number): Around {
  const seen = lastInSight(at, session.read().messages ?? []);
  const isMet = earlier === 0 && meetFirst(at, session, met);
  if (isMet && seen) session.sawUpTo(seen.seq);
  const left = newIn(session);
  const past = isMet ? [] : left.filter(({ seq }) => isPast(at, rowAt(seq)));
  const below = seen ? left.filter(({ seq }) => seq > seen.seq) : [];
  return { above: earlier + past.length, below: below.length };
}

/** Follows what comes, and tells how far somebody who looks has come.
 * @returns how far they had come before they looked away, and what they have yet to see */
export function useReading({ box, session, view }: Reading): { readTo: number; around: Around } {
  const { messages, chat, earlier } = view;
  useFollowing({ box, session, view });
  const newest = messages?.at(-1)?.seq ?? 0;
  const readSeq = chat?.readSeq ?? 0;
  const [readTo, setReadTo] = useState(readSeq);
  const [around, setAround] = useState<Around>({ above: 0, below: 0 });
  const met = useRef(0);

  useEffect(() => {
    const at = box.current;
    if (!at || newest === 0) return;
    let resting: ReturnType<typeof setTimeout>;
    const rested = () => {
      const now = look(at, session, met, earlier);
      setAround((was) => (was.above === now.above && was.below === now.below ? was : now));
    };
    const rest = () => {
      if (earlier === 0) meetFirst(at, session, met);
      clearTimeout(resting);
      resting = setTimeout(rested, REST_MS);
    };
    // Whoever looks away finds the line where they left.
    const turn = () => (isWatched() ? rest() : setReadTo(readSeq));
    turn();
    at.addEventListener("scroll", rest, { passive: true });
    document.addEventListener("visibilitychange", turn);
    window.addEventListener("focus", turn);
    window.addEventListener("blur", turn);
    return () => {
      clearTimeout(resting);
      at.removeEventListener("scroll", rest);
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("focus", turn);
      window.removeEventListener("blur", turn);
    };
  }, [box, session, newest, earlier, readSeq]);
  return { readTo, around };
}
