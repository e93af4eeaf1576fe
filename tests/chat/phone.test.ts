import { afterEach, describe, expect, it, vi } from "vitest";
import { memoryOutbox, Outbox, type Outgoing, type Sent, type Uploaded } from "@/components/chat/outbox";
import { ChatSession } from "@/components/chat/session";
import { ChatSync, type PageQuery } from "@/components/chat/sync";
import { shown } from "@/components/chat/thread";
import type { Chat, Message, MessagePage } from "@/lib/chat/contract";

const said = (seq: number) => ({ seq, rev: seq, clientId: `c${seq}`, text: `${seq}`, replyTo: null }) as Message;

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
});

const told = { reads: [] as number[], online: true, readSeq: 0 };
vi.mock("@/components/chat/desk", () => ({
  openDesk: async () => ({
    hub: { on: () => () => undefined, subscribeState: () => () => undefined, readState: () => "retrying" },
    outbox: { read: () => [], subscribe: () => () => undefined },
    snapshots: { load: async () => null, save: async () => undefined, findDraft: async () => "" },
    onSent: () => () => undefined,
    api: {
      page: async () => (told.online ? { data: [said(1)], nextCursor: null, lastSeq: 1, lastRev: 1 } : null),
      chat: async () => (told.online ? { readSeq: told.readSeq, unread: 1, members: [] } : null),
      read: async (_groupId: string, seq: number) => {
        if (!told.online) return null;
        told.reads.push(seq);
        told.readSeq = seq;
        return { readSeq: seq };
      },
    },
  }),
}));

describe("What was read on a phone", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("[R66] is told when the network is back, if the moment it was read had none", async () => {
    vi.useFakeTimers();
    const page = Object.assign(new EventTarget(), { visibilityState: "visible", hasFocus: () => true });
    vi.stubGlobal("document", page);
    vi.stubGlobal("window", new EventTarget());
    const initial = {
      chat: { readSeq: 0, unread: 1, members: [] as Chat["members"] } as Chat,
      page: { data: [said(1)], nextCursor: null, lastSeq: 1, lastRev: 1 } as MessagePage,
    };
    const session = new ChatSession({ agency: "nurani", userId: "siti", groupId: "g", initial });
    await session.open();
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
});
