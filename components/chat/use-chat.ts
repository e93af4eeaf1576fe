"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { ChatSession, type Initial, NOTHING } from "./session";

const nothing = () => () => undefined;
const empty = () => NOTHING;

/** The chat of one group for as long as the component lives. */
export function useChat(agency: string, userId: string, groupId: string, initial: Initial | null) {
  const [session, setSession] = useState<ChatSession | null>(null);
  // What the page brought is a beginning; what comes later is asked for.
  const [begun] = useState(initial);
  useEffect(() => {
    const opened = new ChatSession({ agency, userId, groupId, initial: begun });
    setSession(opened);
    void opened.open();
    return () => opened.close();
  }, [agency, userId, groupId, begun]);
  const view = useSyncExternalStore(session?.subscribe ?? nothing, session?.read ?? empty, empty);
  return { session, view };
}

const SIZE_KEY = "qafila-chat-size";
const SIZES = 3;

/** A A: how large messages are written, kept on this device. */
export function useTextSize(): [size: number, next: () => void] {
  const [size, setSize] = useState(0);
  useEffect(() => setSize(Number(localStorage.getItem(SIZE_KEY) ?? 0) % SIZES || 0), []);
  const next = () => {
    const larger = (size + 1) % SIZES;
    localStorage.setItem(SIZE_KEY, String(larger));
    setSize(larger);
  };
  return [size, next];
}
