import type { Message } from "@/lib/chat/contract";

/** So much of a row's end may be cut off by a rounded pixel. */
const SLACK_PX = 8;

/** Is somebody looking at this page? */
export const isWatched = (): boolean => document.visibilityState === "visible" && document.hasFocus();

export const rowAt = (seq: number): HTMLElement | null => document.getElementById(`message-${seq}`);

/** The last of these whose end is in sight, or was on the way down. */
export function lastInSight(box: HTMLElement, messages: readonly Message[]): Message | undefined {
  const end = box.getBoundingClientRect().bottom + SLACK_PX;
  return messages.findLast(({ seq }) => {
    const row = rowAt(seq);
    return row !== null && row.getBoundingClientRect().bottom <= end;
  });
}

/** Begins above what is in sight. */
export const startsAbove = (box: HTMLElement, row: HTMLElement): boolean =>
  row.getBoundingClientRect().top < box.getBoundingClientRect().top;

/** Ends above what is in sight. */
export const isPast = (box: HTMLElement, row: HTMLElement | null): boolean =>
  row !== null && row.getBoundingClientRect().bottom <= box.getBoundingClientRect().top;

/** Whoever uses a keyboard goes on from here. */
export const focusOn = (row: HTMLElement): void =>
  row.querySelector<HTMLElement>(".chat-open")?.focus({ preventScroll: true });

/** @returns what calls it off */
export function bringIntoSight(row: HTMLElement, block: "start" | "center"): () => void {
  row.scrollIntoView({ block });
  // What is far away has only a guessed height until it is near.
  const settled = requestAnimationFrame(() => row.scrollIntoView({ block }));
  return () => cancelAnimationFrame(settled);
}
