"use client";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { newFor } from "./rows";
import type { ChatSession } from "./session";
import { bringIntoSight, isWatched, lastInSight, rowAt, startsAbove } from "./sight";

/** As near to its end a list follows what comes. */
const END_PX = 80;
/** What only flies past is not read. */
const REST_MS = 200;

type Reading = { box: RefObject<HTMLElement | null>; session: ChatSession; newest: number; waiting: number };

/** Follows what comes as long as nothing new leaves the sight unread, and tells how far somebody who looks has come.
 * @returns how far they had come before they looked away */
export function useReading({ box, session, newest, waiting }: Reading): number {
  const [readTo, setReadTo] = useState(() => session.read().chat?.readSeq ?? 0);
  const waited = useRef(waiting);

  useLayoutEffect(() => {
    const { chat, messages } = session.read();
    const first = newest > 0 && messages?.find(newFor(chat, session.userId));
    const [at, row] = [box.current, first ? rowAt(first.seq) : null];
    if (at && row && at.scrollTop > -END_PX && startsAbove(at, row)) return bringIntoSight(row, "start");
  }, [box, session, newest]);

  // Whoever writes sees it, wherever they read.
  useLayoutEffect(() => {
    if (waiting > waited.current) box.current?.scrollTo({ top: 0 });
    waited.current = waiting;
  }, [box, waiting]);

  useEffect(() => {
    const at = box.current;
    let resting: ReturnType<typeof setTimeout>;
    const look = () => {
      const seen = at && newest > 0 ? lastInSight(at, session.read().messages ?? []) : undefined;
      if (seen) session.sawUpTo(seen.seq);
    };
    const rest = () => {
      clearTimeout(resting);
      resting = setTimeout(look, REST_MS);
    };
    // Whoever looks away finds the line where they left.
    const turn = () => (isWatched() ? rest() : setReadTo(session.read().chat?.readSeq ?? 0));
    turn();
    at?.addEventListener("scroll", rest, { passive: true });
    document.addEventListener("visibilitychange", turn);
    window.addEventListener("focus", turn);
    window.addEventListener("blur", turn);
    return () => {
      clearTimeout(resting);
      at?.removeEventListener("scroll", rest);
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("focus", turn);
      window.removeEventListener("blur", turn);
    };
  }, [box, session, newest]);
  return readTo;
}
