import { afterEach, describe, expect, it, vi } from "vitest";
import { memoryOutbox, Outbox, type Outgoing, type Sent, type Uploaded } from "@/components/chat/outbox";
import { countEarlier } from "@/components/chat/rows";
import { ChatSession } from "@/components/chat/session";
import { type Draft, NO_DRAFT } from "@/components/chat/store";
import { ChatSync, type PageQuery } from "@/components/chat/sync";
import { openThread, shown, type Thread } from "@/components/chat/thread";
import type { Chat, Message, MessagePage } from "@/lib/chat/contract";

const sentAt = "2026-11-20T06:00:00.000Z";
const said = (seq: number) =>
  ({ seq, rev: seq, clientId: `c${seq}`, text: `${seq}`, replyTo: null, sentAt }) as Message;

/** A chat of so many messages, as its pages are answered. */
function serverOf(count: () => number) {
  return ({ before, since, limit = 100 }: PageQuery): MessagePage => {
    const all = Array.from({ length: count() }, (_, i) => said(i + 1));
    const [from, to] =
      since === undefined ? [(before ?? count() + 1) - 1 - limit, (before ?? count() + 1) - 1] : [since, since + limit];
    const data = all.slice(Math.max(0, from), to);
    const more = since === undefined ? from > 0 : to < count();
    return { data, nextCursor: more ? "more" : null, lastSeq: count(), lastRev: count() } as MessagePage;
  };
}

describe("What a phone shows of a chat", () => {
  it("[R65] has no hole when the page before arrives after the phone, far behind, began anew from the newest", async () => {
    let count = 300;
    const server = serverOf(() => count);
    let late: (() => void) | null = null;
    const sync = new ChatSync(async (query) => {
      const page = server(query);
      if (query.before === 201 && !late) await new Promise<void>((done) => (late = done));
      return page;
    });
    await sync.catchUp();
    const scrolled = sync.loadOlder();
    count = 1_000;
    await sync.catchUp();
    late!();
    await scrolled;
    const seqs = shown(sync.read()!).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, i) => 1_000 - seqs.length + 1 + i));
  });

  it.each([1, 2, 3, 4, 5, 6])(
    "[R65] misses nothing that is heard just as the last look ends (breath %i)",
    async (breaths) => {
      let count = 3;
      const server = serverOf(() => count);
      const sync: ChatSync = new ChatSync(async (query) => {
        const page = server(query);
        if (count === 3) void hearLater();
        return page;
      });
      const hearLater = async () => {
        for (let breath = 0; breath < breaths; breath += 1) await null;
        count = 6;
        sync.heard(said(6));
      };
      await sync.catchUp();
      await expect.poll(() => shown(sync.read()!).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    },
  );
});

const photo: Outgoing = {
  clientId: "one",
  groupId: "g",
  kind: "photo",
  madeAt: 0,
  picture: new Blob(["a picture"]),
};

describe("What waits on a phone", () => {
  it("[R65] uploads a picture again that the server no longer has: it waited for longer than a day", async () => {
    const store = memoryOutbox();
    await store.put({ ...photo, attachment: "swept" });
    const sent: (string | undefined)[] = [];
    const message = said(1);
    const outbox = new Outbox({
      store,
      upload: async (): Promise<Uploaded> => ({ kind: "sent", attachment: "fresh" }),
      send: async ({ attachment }): Promise<Sent> => {
        sent.push(attachment);
        return attachment === "fresh" ? { kind: "sent", message } : { kind: "refused", code: "attachment_not_found" };
      },
      onSent: () => undefined,
      later: () => () => undefined,
    });
    await outbox.open();
    await outbox.flush();
    expect(sent).toEqual(["swept", "fresh"]);
    expect(outbox.read()).toEqual([]);
  });

  it("[R65] is not sent once its writer gave it up, though its picture was on the way up by then", async () => {
    let arrive: (uploaded: Uploaded) => void = () => undefined;
    const uploaded = new Promise<Uploaded>((done) => (arrive = done));
    const sent: string[] = [];
    const outbox = new Outbox({
      store: memoryOutbox(),
      upload: () => uploaded,
      send: async ({ clientId }): Promise<Sent> => {
        sent.push(clientId);
        return { kind: "sent", message: said(1) };
      },
      onSent: () => undefined,
    });
    await outbox.add(photo);
    await outbox.drop(photo.clientId);
    arrive({ kind: "sent", attachment: "fresh" });
    await outbox.flush();
    expect(sent).toEqual([]);
    expect(outbox.read()).toEqual([]);
  });
});

const told = { reads: [] as number[], online: true, readSeq: 0, count: 1, draft: NO_DRAFT };
const chatNow = () => ({ readSeq: told.readSeq, unread: told.count - told.readSeq, lastSeq: told.count, members: [] });
const pageOf = (query: PageQuery) => serverOf(() => told.count)(query);
vi.mock("@/components/chat/desk", () => ({
  openDesk: async () => ({
    hub: { on: () => () => undefined, subscribeState: () => () => undefined, readState: () => "retrying" },
    outbox: { read: () => [], subscribe: () => () => undefined },
    snapshots: {
      load: async () => null,
      save: async () => undefined,
      findDraft: async () => told.draft,
      keepDraft: async (_groupId: string, draft: Draft) => void Object.assign(told, { draft }),
    },
    onSent: () => () => undefined,
    api: {
      page: async (_groupId: string, query: PageQuery) => (told.online ? pageOf(query) : null),
      chat: async () => (told.online ? chatNow() : null),
      read: async (_groupId: string, seq: number) => {
        if (!told.online) return null;
        told.reads.push(seq);
        told.readSeq = seq;
        return { readSeq: seq };
      },
    },
  }),
}));

/** Opens a chat of so many messages, none of them read, as its page brings it. */
async function openUnread(count: number) {
  vi.useFakeTimers();
  const page = Object.assign(new EventTarget(), { visibilityState: "visible", hasFocus: () => true });
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", new EventTarget());
  Object.assign(told, { reads: [], readSeq: 0, count });
  const initial = { chat: chatNow() as Partial<Chat> as Chat, page: pageOf({ limit: 40 }) };
  const session = new ChatSession({ agency: "nurani", userId: "siti", groupId: "g", initial });
  await session.open();
  return session;
}
function leave() {
  told.online = true;
  vi.unstubAllGlobals();
  vi.useRealTimers();
}
const firstOf = (session: ChatSession) => session.read().messages?.[0]?.seq;

describe("What is being written on a phone", () => {
  afterEach(leave);

  it("[R65] is kept with what it answers to, until it is sent or the answer is given up", async () => {
    const session = await openUnread(3);
    session.answer(said(2));
    session.draft = "At gate 79";
    session.close();
    const again = await openUnread(3);
    expect(again.draft).toBe("At gate 79");
    expect(again.read().answersTo?.seq).toBe(2);
    again.draft = "";
    again.answer(null);
    expect(told.draft).toEqual(NO_DRAFT);
    again.close();
  });
});

describe("A network that comes for a moment", () => {
  afterEach(leave);

  it("[R65] and goes again before the socket is back is said to be gone at once", async () => {
    const session = await openUnread(1);
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(0);
    expect(session.read().fresh).toBe(true);
    told.online = false;
    window.dispatchEvent(new Event("offline"));
    expect(session.read().fresh).toBe(false);
    session.close();
  });
});

describe("What was read on a phone", () => {
  afterEach(leave);

  it("[R66] is told when the network is back, if the moment it was read had none", async () => {
    const session = await openUnread(1);
    told.online = false;
    session.sawUpTo(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told.reads).toEqual([]);
    told.online = true;
    await session.refresh();
    await vi.advanceTimersByTimeAsync(0);
    expect(told.reads).toEqual([1]);
    await session.refresh();
    expect(told.reads).toEqual([1]);
    session.close();
  });

  it("[R66] begins at the first that is new, though more came than a page begins with", async () => {
    const session = await openUnread(320);
    expect(session.read()).toMatchObject({ earlier: 0, reaching: false });
    expect(firstOf(session)).toBe(1);
    session.close();
  });

  it("[R66] says how much more was said before, where that is too much to be brought at once", async () => {
    const session = await openUnread(900);
    expect(firstOf(session)).toBe(361);
    expect(session.read()).toMatchObject({ earlier: 360, reaching: false });
    await session.reach();
    expect(firstOf(session)).toBe(1);
    expect(session.read().earlier).toBe(0);
    session.close();
  });

  it("[R66] leaves out of that what was withdrawn since the chat was counted, whether it is here or before", () => {
    const chat = { readSeq: 0, unread: 120, lastSeq: 120, lastRev: 120, members: [] as unknown[] } as Chat;
    const page = serverOf(() => 120)({ limit: 100 });
    const withdrawn = (thread: Thread, seq: number, rev: number): Thread => ({
      ...thread,
      bySeq: new Map(thread.bySeq).set(seq, { ...said(seq), rev, withdrawnAt: sentAt }),
    });
    const all = openThread(page);
    expect(countEarlier(chat, all, "siti")).toBe(20);
    expect(countEarlier(chat, withdrawn(all, 50, 121), "siti")).toBe(20);
    expect(countEarlier(chat, withdrawn(all, 7, 121), "siti")).toBe(19);
    // What was withdrawn before was never among those counted.
    expect(countEarlier({ ...chat, unread: 118 }, withdrawn(withdrawn(all, 50, 119), 7, 120), "siti")).toBe(19);
  });

  it("[R66] counts what came since from where it was read without a network", async () => {
    const session = await openUnread(40);
    told.online = false;
    session.sawUpTo(40);
    await vi.advanceTimersByTimeAsync(1_000);
    Object.assign(told, { online: true, count: 1_000 });
    await session.refresh();
    await vi.advanceTimersByTimeAsync(0);
    expect(firstOf(session)).toBe(501);
    expect(session.read().earlier).toBe(460);
    session.close();
  });

  it("[R66] is nothing that was never on this phone, unless somebody passes over it", async () => {
    told.online = false;
    const session = await openUnread(200);
    expect(session.read().earlier).toBe(160);
    session.sawUpTo(200);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(session.read().chat?.readSeq).toBe(0);
    told.online = true;
    session.passOver();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told.reads).toEqual([200]);
    expect(session.read()).toMatchObject({ earlier: 0, chat: { readSeq: 200, unread: 0 } });
    session.close();
  });
});
