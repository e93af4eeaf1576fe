import { afterEach, describe, expect, it, vi } from "vitest";
import { chatApi } from "@/components/chat/transport";
import { toFix, toReading } from "@/components/offline/position-watch";
import { type Reading, worthSending } from "@/components/offline/sampler";
import { judgeSharing } from "@/components/offline/sharing-view";
import { idsToThin } from "@/components/offline/thinning";
import { readAck, readResponse, sendPositions } from "@/components/offline/transport";
import { keepScreenOn } from "@/components/offline/wake-lock";
import { sentBy } from "@/components/offline/who";
import { noteServerTime, serverNow } from "@/components/ui/server-clock";
import { guardPositions } from "@/lib/tracking/contract";

const reading = (atS: number, change: Partial<Reading> = {}): Reading => ({
  lat: 21.4225,
  lng: 39.8262,
  atMs: atS * 1000,
  accuracy: 12,
  speed: 1,
  heading: 90,
  ...change,
});

describe("Which readings are sent", () => {
  it("takes the first, then at most one in five seconds and only for ten metres", () => {
    expect(worthSending(null, reading(0))).toBe(true);
    expect(worthSending(reading(0), reading(3, { lat: 21.43 }))).toBe(false);
    expect(worthSending(reading(0), reading(6))).toBe(false);
    expect(worthSending(reading(0), reading(6, { lat: 21.42262 }))).toBe(true);
  });
  it("hears of somebody sitting still once a minute, but never twice of one reading", () => {
    expect(worthSending(reading(0), reading(60))).toBe(true);
    expect(worthSending(reading(60), reading(60))).toBe(false);
  });
  it("hears of somebody at once whose phone's clock was set back, not when it has caught up", () => {
    expect(worthSending(reading(4 * 3_600), reading(10))).toBe(true);
    expect(worthSending(reading(12), reading(10))).toBe(false);
  });
  it("takes a much sharper reading of the same spot, and no broken one", () => {
    expect(worthSending(reading(0, { accuracy: 80 }), reading(6, { accuracy: 9 }))).toBe(true);
    expect(worthSending(null, reading(0, { lat: Number.NaN }))).toBe(false);
  });
  it("writes fixes the server's own guard accepts", () => {
    const fixes = [
      toFix(reading(1, { heading: 359.8 }), 0.63),
      toFix(reading(2, { accuracy: null, speed: null, heading: null }), null),
    ];
    expect(guardPositions({ positions: JSON.parse(JSON.stringify(fixes)) })).toMatchObject({
      rejected: [],
      fixes: [{ battery: 0.63 }, { accuracy: null }],
    });
  });
});

describe("[R58] A phone whose clock was set by hand, four hours ahead", () => {
  const HOURS = 4 * 3_600_000;
  const answerAt = (at: number) => new Response("{}", { headers: { date: new Date(at).toUTCString() } });
  const raw = (timestamp: number) =>
    ({ timestamp, coords: { latitude: 21.4, longitude: 39.8 } }) as GeolocationPosition;
  afterEach(() => noteServerTime(answerAt(Date.now()), Date.now()));

  it("reads ages and stamps its fixes by the server's clock, as soon as one answer has told it", () => {
    const truth = Date.now() - HOURS;
    noteServerTime(answerAt(truth), Date.now());
    expect(Math.abs(serverNow() - truth)).toBeLessThan(2_000);
    expect(Math.abs(toReading(raw(Date.now())).atMs - truth)).toBeLessThan(2_000);
    // Stamped by satellite it is right already, and what neither clock knows is left as it is.
    expect(toReading(raw(truth)).atMs).toBe(truth);
    expect(toReading(raw(truth - 24 * HOURS)).atMs).toBe(truth - 24 * HOURS);
  });
  it("believes no answer that lay about while the phone slept, and no difference of seconds", () => {
    noteServerTime(answerAt(Date.now() - HOURS), Date.now() - HOURS);
    expect(Math.abs(serverNow() - Date.now())).toBeLessThan(5);
    noteServerTime(answerAt(Date.now() - 4_000), Date.now());
    expect(Math.abs(serverNow() - Date.now())).toBeLessThan(5);
  });
});

describe("What is given up when the device was silent for very long", () => {
  it("gives up nothing below the limit", () => expect(idsToThin(["a", "b"], 2)).toEqual([]));
  it("keeps the first fix and the newest half", () => {
    const ids = Array.from({ length: 21 }, (_, n) => String(n).padStart(2, "0"));
    const dropped = new Set(idsToThin(ids, 20));
    expect(dropped.has("00")).toBe(false);
    expect(ids.slice(11).some((id) => dropped.has(id))).toBe(false);
    expect(ids.length - dropped.size).toBeLessThanOrEqual(20);
  });
});

describe("What an answer means", () => {
  it("counts accepted and rejected ids as answered for", () => {
    expect(readAck({ ok: true, accepted: ["a"], rejected: [{ id: "b", reason: "teleport" }] })).toEqual({
      kind: "answered",
      ids: ["a", "b"],
    });
  });
  it("tells a refusal of the content from a failure of the moment", async () => {
    expect(readAck({ ok: false, error: "validation", message: "" })).toEqual({ kind: "refused" });
    expect(readAck({ ok: false, error: "unavailable", message: "" })).toEqual({ kind: "failed" });
    expect(await readResponse(new Response("{}", { status: 422 }))).toEqual({ kind: "refused" });
    expect(await readResponse(new Response("{}", { status: 429, headers: { "retry-after": "7" } }))).toEqual({
      kind: "failed",
      retryAfterMs: 7000,
    });
    expect(await readResponse(new Response("{}", { status: 401 }))).toMatchObject({
      kind: "failed",
      retryAfterMs: 60_000,
    });
  });
  it("sends by socket while it is open and asks HTTP only when that fails", async () => {
    const asked: string[] = [];
    const live = {
      readState: () => "open",
      ask: async (command: string) => {
        asked.push(command);
        return { ok: true as const, accepted: ["a"], rejected: [] };
      },
    };
    expect(await sendPositions(live, {})([])).toEqual({ kind: "answered", ids: ["a"] });
    expect(asked).toEqual(["position:send"]);
  });
  it("[R59] says whose they are, so that nobody else's session takes what waits on a shared phone", async () => {
    const sent: unknown[] = [];
    vi.stubGlobal("fetch", async (_path: string, { headers }: RequestInit) => {
      sent.push(headers);
      return Response.json({ accepted: [], rejected: [] });
    });
    const closed = { readState: () => "retrying", ask: async () => ({ ok: false as const, error: "", message: "" }) };
    await sendPositions(closed, sentBy("nurani", "siti"))([]);
    await chatApi("nurani", "siti").read("a-group", 1);
    const who = { "x-agency": "nurani", "x-person": "siti" };
    expect(sent).toEqual([expect.objectContaining(who), expect.objectContaining(who)]);
    vi.unstubAllGlobals();
  });
});

describe("One word for how sharing goes", () => {
  const fine = { enabled: true, trouble: null, elsewhere: false, hasReading: true, unsent: 0, failing: false } as const;
  it.each([
    [{}, "sending"],
    [{ unsent: 3, failing: true }, "waiting"],
    [{ hasReading: false }, "waiting"],
    [{ enabled: false }, "paused"],
    [{ trouble: "denied", enabled: false }, "denied"],
    [{ trouble: "unsupported" }, "unsupported"],
    [{ trouble: "unavailable" }, "sending"],
    [{ elsewhere: true, hasReading: false }, "sending"],
  ] as const)("%o is %s", (change, state) => expect(judgeSharing({ ...fine, ...change })).toBe(state));
});

describe("The screen", () => {
  it("is held again after the page was hidden, released once, and left alone where the browser cannot", async () => {
    const page = Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState });
    const locks: { drop: () => void; released: boolean }[] = [];
    const locker = {
      request: async () => {
        const events = new EventTarget();
        const lock = { released: false, drop: () => events.dispatchEvent(new Event("release")) };
        locks.push(lock);
        return {
          release: async () => {
            lock.released = true;
          },
          addEventListener: (type: "release", heard: () => void) => events.addEventListener(type, heard),
        };
      },
    };
    const release = keepScreenOn(page as unknown as Document, locker);
    await expect.poll(() => locks.length).toBe(1);
    locks[0]?.drop();
    page.dispatchEvent(new Event("visibilitychange"));
    await expect.poll(() => locks.length).toBe(2);
    release();
    await expect.poll(() => locks[1]?.released).toBe(true);
    expect(() => keepScreenOn(page as unknown as Document, null)()).not.toThrow();
  });
});
