import { afterEach, describe, expect, it, vi } from "vitest";
import { countUnread as countChats } from "@/components/chat/unread";
import { countUnread, readNotices } from "@/components/notices/read-notices";
import { ARABIC_DIGITS } from "@/lib/i18n/locales";

type Asked = { answer: (body: object) => void };
const asked: Asked[] = [];
const heard = new Map<string, (payload: unknown) => void>();
vi.mock("@/components/live/connect", () => ({
  connectLive: () => ({
    on: (event: string, hear: (payload: unknown) => void) => {
      heard.set(event, hear);
      return () => undefined;
    },
    subscribeState: () => () => undefined,
    readState: () => "retrying",
  }),
}));
vi.mock("@/components/chat/desk", () => ({ openDesk: async () => null }));

const languages: unknown[] = [];
const listen = (lang = "en") => {
  asked.length = 0;
  vi.stubGlobal("document", { querySelector: (what: string) => (what === "html" ? { lang } : null) });
  vi.stubGlobal("fetch", (_: string, { headers }: { headers?: Record<string, string> } = {}) => {
    languages.push(headers?.["accept-language"]);
    return new Promise<Response>((done) => {
      asked.push({ answer: (body) => done(Response.json(body)) });
    });
  });
};
afterEach(() => vi.unstubAllGlobals());

it("[R89] the bell is asked for in the language its page is read in, whatever the browser's own is", async () => {
  listen(ARABIC_DIGITS);
  languages.length = 0;
  void readNotices("nurani");
  expect(languages).toEqual([ARABIC_DIGITS]);
});

describe("[R66] what is counted as new", () => {
  it("holds a notification that came while an older count was still under way", async () => {
    listen();
    const first = countUnread("nurani");
    expect(countUnread("nurani")).toBe(first);
    await expect.poll(() => asked.length).toBe(1);
    const second = countUnread("nurani");
    asked[0]?.answer({ data: [], nextCursor: null, unread: 1 });
    expect(await first).toBe(1);
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.answer({ data: [], nextCursor: null, unread: 2 });
    expect(await second).toBe(2);
  });

  it("holds a message that was heard while an older list was still under way", async () => {
    listen();
    const counts: number[] = [];
    const end = countChats("nurani", (count) => counts.push(count));
    heard.get("message:new")?.({ message: { groupId: "g", seq: 8, senderId: "leader" } });
    const chat = { groupId: "g", lastSeq: 7, unread: 2, muted: false };
    asked[0]?.answer({ data: [chat], nextCursor: null, userId: "siti" });
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.answer({ data: [{ ...chat, lastSeq: 8, unread: 3 }], nextCursor: null, userId: "siti" });
    await expect.poll(() => counts.at(-1)).toBe(3);
    expect(asked).toHaveLength(2);
    end();
  });
});
