import { connectLive } from "@/components/live/connect";
import type { Message } from "@/lib/chat/contract";
import { drawnFor } from "../offline/who";
import { openDesk } from "./desk";
import { chatApi } from "./transport";

type Known = { lastSeq: number; unread: number; muted: boolean };

const looks = new Set<() => Promise<void>>();
/** Something was changed here of which no other place tells: count anew. */
export const countAnew = () => looks.forEach((look) => void look());

/** Tells how much is new in chats that are not silenced, now and whenever it changes; asks the server after every gap and counts what is heard. */
export function countUnread(agency: string, tell: (count: number) => void): () => void {
  const api = chatApi(agency, drawnFor());
  const hub = connectLive(agency);
  const chats = new Map<string, Known>();
  let userId: string | null = null;
  let isOver = false;
  const sum = () => tell([...chats.values()].reduce((total, { unread, muted }) => total + (muted ? 0 : unread), 0));

  const look = async () => {
    const list = await api.chats();
    if (!list || isOver) return;
    const isOld = list.data.some(({ groupId, lastSeq }) => lastSeq < (chats.get(groupId)?.lastSeq ?? 0));
    chats.clear();
    for (const { groupId, lastSeq, unread, muted } of list.data) chats.set(groupId, { lastSeq, unread, muted });
    sum();
    // Something was heard while this list was under way.
    if (isOld) void look();
    if (userId === list.userId) return;
    userId = list.userId;
    // What an earlier visit left goes out, whichever page is open.
    void openDesk(agency, userId);
  };
  const heard = (payload: unknown) => {
    const { message } = payload as { message: Message };
    const known = chats.get(message.groupId) ?? { lastSeq: 0, unread: 0, muted: false };
    if (message.seq <= known.lastSeq) return;
    const unread = known.unread + (message.senderId === userId ? 0 : 1);
    chats.set(message.groupId, { ...known, lastSeq: message.seq, unread });
    sum();
  };
  const read = (payload: unknown) => {
    const { reads } = payload as { reads: { userId: string }[] };
    if (reads.some((one) => one.userId === userId)) void look();
  };
  const ends = [
    hub.on("message:new", heard),
    hub.on("message:withdrawn", () => void look()),
    hub.on("read:moved", read),
    hub.subscribeState(() => hub.readState() === "open" && void look()),
  ];
  looks.add(look);
  void look();
  return () => {
    isOver = true;
    looks.delete(look);
    for (const end of ends) end();
  };
}
