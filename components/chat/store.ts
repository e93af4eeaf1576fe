import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Chat, Message } from "@/lib/chat/contract";
import { SEEN } from "../offline/forget";
import { lasting } from "../offline/lasting";
import { deviceKey, type Sealed, seal, sealBytes, unseal, unsealBytes } from "../offline/seal";
import { memoryOutbox, type OutboxStore, type Outgoing } from "./outbox";
import type { Thread } from "./thread";

type Kept = { clientId: string; item: Sealed; picture?: Sealed };
interface OutboxDb extends DBSchema {
  outbox: { key: string; value: Kept };
  keys: { key: string; value: CryptoKey };
}

async function lock(key: CryptoKey, { picture, ...item }: Outgoing): Promise<Kept> {
  const kept: Kept = { clientId: item.clientId, item: await seal(key, item) };
  return picture ? { ...kept, picture: await sealBytes(key, await picture.arrayBuffer()) } : kept;
}

async function unlock(key: CryptoKey, { item, picture }: Kept): Promise<Outgoing | null> {
  const plain = await unseal<Outgoing>(key, item);
  const bytes = picture && (await unsealBytes(key, picture));
  return plain && (bytes ? { ...plain, picture: new Blob([bytes]) } : plain);
}

/** What one person has yet to send in one agency; it survives reloads, crashes and log-out, unreadable to others. */
export async function openOutboxStore(userKey: string): Promise<OutboxStore> {
  try {
    const use = lasting(() =>
      openDB<OutboxDb>(`qafila-outbox-${userKey}`, 1, {
        upgrade(fresh) {
          fresh.createObjectStore("outbox", { keyPath: "clientId" });
          fresh.createObjectStore("keys");
        },
      }),
    );
    const key = await use((db) => deviceKey(() => db.transaction("keys", "readwrite").store));
    return {
      put: async (item) => {
        const kept = await lock(key, item);
        await use((db) => db.put("outbox", kept));
      },
      // Client ids are UUID v7: key order is the order of writing.
      all: async () => {
        const rows = await use((db) => db.getAll("outbox"));
        const items = await Promise.all(rows.map((kept) => unlock(key, kept)));
        return items.filter((item) => item !== null);
      },
      remove: (clientId) => use((db) => db.delete("outbox", clientId)),
    };
  } catch {
    return memoryOutbox();
  }
}

/** What was last known of a group's chat. */
export type Snapshot = { chat: Chat; messages: Message[]; oldest: number; rev: number; complete: boolean };
/** What is being written, and the message it answers to. */
export type Draft = { words: string; answersTo: Message | null };
export const NO_DRAFT: Draft = { words: "", answersTo: null };
export type SnapshotStore = {
  load(groupId: string): Promise<Snapshot | null>;
  /** Pictures of messages that are not kept any more go with them. */
  save(groupId: string, snapshot: Snapshot): Promise<void>;
  findPhoto(id: string): Promise<Blob | null>;
  keepPhoto(groupId: string, id: string, picture: Blob): Promise<void>;
  findDraft(groupId: string): Promise<Draft>;
  /** Nothing stays of it when it was sent. */
  keepDraft(groupId: string, draft: Draft): Promise<void>;
};

interface SeenDb extends DBSchema {
  chats: { key: string; value: Snapshot };
  photos: { key: string; value: { groupId: string; picture: Blob }; indexes: { group: string } };
  drafts: { key: string; value: Draft };
}

async function dropPhotos(db: IDBPDatabase<SeenDb>, groupId: string, { messages }: Snapshot): Promise<void> {
  const shown = new Set(messages.map(({ attachment }) => attachment?.id));
  const kept = await db.getAllKeysFromIndex("photos", "group", groupId);
  await Promise.all(kept.filter((id) => !shown.has(id)).map((id) => db.delete("photos", id)));
}

/** Where nothing can be kept, nothing is but what is being written, as long as the page lives. */
function forgetful(): SnapshotStore {
  const drafts = new Map<string, Draft>();
  return {
    load: async () => null,
    save: async () => undefined,
    findPhoto: async () => null,
    keepPhoto: async () => undefined,
    findDraft: async (groupId) => drafts.get(groupId) ?? NO_DRAFT,
    keepDraft: async (groupId, draft) => void drafts.set(groupId, draft),
  };
}
const orNothing = () => undefined;

/** The last messages and their pictures as they were seen, for a cold start without a network, and what is being written;
 * log-out forgets them. */
export async function openSnapshots(userKey: string): Promise<SnapshotStore> {
  try {
    const db = await openDB<SeenDb>(`${SEEN}chat-${userKey}`, 4, {
      upgrade(known, before) {
        if (before < 1) known.createObjectStore("chats");
        if (before < 2) known.createObjectStore("photos").createIndex("group", "groupId");
        // Until now only words were kept.
        if (before === 3) known.deleteObjectStore("drafts");
        known.createObjectStore("drafts");
      },
      // Log-out in another tab: let go, or it waits for us.
      blocking: (_now, _next, event) => (event.target as IDBDatabase).close(),
    });
    return {
      // Let go for a log-out elsewhere, it knows nothing more, and the chat is asked for.
      load: async (groupId) => (await db.get("chats", groupId).catch(orNothing)) ?? null,
      save: async (groupId, snapshot) => {
        await db.put("chats", snapshot, groupId).catch(orNothing);
        await dropPhotos(db, groupId, snapshot).catch(orNothing);
      },
      findPhoto: async (id) => (await db.get("photos", id).catch(orNothing))?.picture ?? null,
      keepPhoto: async (groupId, id, picture) =>
        void (await db.put("photos", { groupId, picture }, id).catch(orNothing)),
      findDraft: async (groupId) => (await db.get("drafts", groupId).catch(orNothing)) ?? NO_DRAFT,
      keepDraft: async (groupId, draft) => {
        const isLeft = draft.words || draft.answersTo;
        await (isLeft ? db.put("drafts", draft, groupId) : db.delete("drafts", groupId)).catch(orNothing);
      },
    };
  } catch {
    return forgetful();
  }
}

export const threadOf = ({ messages, oldest, rev, complete }: Snapshot): Thread => ({
  bySeq: new Map(messages.map((message) => [message.seq, message])),
  oldest,
  rev,
  complete,
});
