"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";

/** Long enough to finish a word. */
const TYPING_MS = 350;

/** A search field whose words stand in the address: what is typed goes there after a rest, and what changes there
 * by other ways comes back into the field. @param given the words of the address */
export function useSearch(given: string | undefined, go: (words: string | undefined) => void) {
  const [typed, setTyped] = useState(given ?? "");
  const sent = useRef(given);
  const send = useEffectEvent(() => {
    const words = typed.trim() || undefined;
    if (words === sent.current) return;
    sent.current = words;
    go(words);
  });
  useEffect(() => {
    const timer = setTimeout(() => send(), typed ? TYPING_MS : 0);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    if (given === sent.current) return;
    sent.current = given;
    setTyped(given ?? "");
  }, [given]);
  return [typed, setTyped] as const;
}
