import { connectLive } from "@/components/live/connect";
import type { LiveHub } from "@/components/live/hub";
import type { Message } from "@/lib/chat/contract";
import { Outbox } from "./outbox";
import { openOutboxStore, openSnapshots, type SnapshotStore } from "./store";
import { type ChatApi, chatApi, sender, uploader } from "./transport";

/** What all chats of one person in one agency share on this page: the connection, the queue, what was seen. */
export type Desk = {
  hub: LiveHub;
  api: ChatApi;
  outbox: Outbox;
  snapshots: SnapshotStore;
  /** Hears the server's copy of what was sent from here. */
  onSent: (hear: (message: Message) => void) => () => void;
};

const desks = new Map<string, Promise<Desk>>();

/** Opened once per page; what waits in the queue begins to go out. */
export function openDesk(agency: string, userId: string): Promise<Desk> {
  const key = `${userId}:${agency}`;
  const open = desks.get(key) ?? newDesk(agency, userId);
  desks.set(key, open);
  return open;
}

async function newDesk(agency: string, userId: string): Promise<Desk> {
  const userKey = `${userId}:${agency}`;
  const [store, snapshots] = await Promise.all([openOutboxStore(userKey), openSnapshots(userKey)]);
  const hub = connectLive(agency);
  const api = chatApi(agency, userId);
  const hearers = new Set<(message: Message) => void>();
  const onSent = (message: Message) => {
    for (const hear of hearers) hear(message);
  };
  const outbox = new Outbox({ store, send: sender(hub, api), upload: uploader(api), onSent });
  await outbox.open();
  hub.subscribeState(() => hub.readState() === "open" && outbox.kick());
  window.addEventListener("online", outbox.kick);
  return {
    hub,
    api,
    outbox,
    snapshots,
    onSent: (hear) => {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
  };
}
