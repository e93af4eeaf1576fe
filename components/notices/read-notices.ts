import { fromPage } from "@/components/offline/who";
import { noteServerTime } from "@/components/ui/server-clock";
import type { Notification } from "@/lib/notices/contract";

/** As the API writes it. */
export type Notice = Omit<Notification, "createdAt" | "readAt"> & { createdAt: string; readAt: string | null };
export type NoticePage = { data: Notice[]; nextCursor: string | null; unread: number };

const ask = async <T>(agency: string, path: string, init: RequestInit = {}): Promise<T> => {
  const headers = { ...fromPage(agency), "content-type": "application/json" };
  const askedAt = Date.now();
  const response = await fetch(`/api/v1/notifications${path}`, { ...init, headers });
  noteServerTime(response, askedAt);
  if (!response.ok) throw new Error(`notifications answered ${response.status}`);
  return (await response.json()) as T;
};

/** A page of what the reader was told. @throws when the network or the server does not answer */
export const readNotices = (agency: string, cursor?: string | null, limit = 20) =>
  ask<NoticePage>(agency, `?limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);

/** @param ids all of them, if absent  @returns how many are still unread. Survives leaving the page. */
export const markRead = (agency: string, ids?: string[]) =>
  ask<{ unread: number }>(agency, "/read", { method: "POST", body: JSON.stringify({ ids }), keepalive: true });

type Round = { count: Promise<number>; begun: boolean };
const rounds = new Map<string, Round>();

/** How many are unread; those who ask at the same moment share the answer. Whoever asks while one is under way was told
 * of something it may not hold, and gets the next. */
export function countUnread(agency: string): Promise<number> {
  const last = rounds.get(agency);
  if (last && !last.begun) return last.count;
  const begin = () => {
    round.begun = true;
    return readNotices(agency, null, 1);
  };
  const before = last?.count.catch(() => 0) ?? Promise.resolve(0);
  const round: Round = { begun: false, count: before.then(begin).then(({ unread }) => unread) };
  rounds.set(agency, round);
  return round.count;
}
