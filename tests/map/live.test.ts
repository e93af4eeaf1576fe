import { afterEach, describe, expect, it, vi } from "vitest";
import { connectLive } from "@/components/live/connect";
import { LiveHub } from "@/components/live/hub";
import type { LiveSocket } from "@/components/live/wire";

function fakeSocket(answers: (event: string) => unknown = () => ({ ok: true })) {
  const handlers = new Map<string, ((...args: unknown[]) => void)[]>();
  const asked: string[] = [];
  const socket = {
    connected: false,
    asked,
    connect: () => {
      socket.connected = true;
      socket.hear("connect");
    },
    disconnect: () => {
      socket.connected = false;
    },
    on: (event: string, handler: (...args: unknown[]) => void) =>
      void handlers.set(event, [...(handlers.get(event) ?? []), handler]),
    hear: (event: string, ...args: unknown[]) => handlers.get(event)?.forEach((handler) => void handler(...args)),
    drop: (reason: string) => {
      socket.connected = false;
      socket.hear("disconnect", reason);
    },
    timeout: () => ({
      emitWithAck: async (event: string, payload: unknown) => {
        asked.push(`${event} ${JSON.stringify(payload)}`);
        return answers(event);
      },
    }),
  };
  return socket satisfies LiveSocket;
}

function setUp(answers?: (event: string) => unknown) {
  const socket = fakeSocket(answers);
  const farewells: string[] = [];
  const later: (() => void)[] = [];
  const hub = new LiveHub({
    open: async () => socket,
    signedOut: (reason) => farewells.push(reason),
    later: (task) => void later.push(task),
  });
  return { socket, farewells, later, hub };
}

const shakes: unknown[] = [];
const sockets: ReturnType<typeof fakeSocket>[] = [];
vi.mock("socket.io-client", () => ({
  io: ({ auth }: { auth: unknown }) => {
    shakes.push(auth);
    sockets.push(fakeSocket());
    return sockets.at(-1);
  },
}));

describe("The tab's connection", () => {
  it("watches what is watched after every connect, and then lets it be read again", async () => {
    const { socket, hub } = setUp();
    let caughtUp = 0;
    hub.watch("group:watch", { groupId: "g1" }, () => caughtUp++);
    hub.start();
    await expect.poll(() => caughtUp).toBe(1);
    socket.drop("transport close");
    expect(hub.readState()).toBe("retrying");
    socket.connect();
    await expect.poll(() => caughtUp).toBe(2);
    expect(socket.asked).toEqual(['group:watch {"groupId":"g1"}', 'group:watch {"groupId":"g1"}']);
  });

  it("asks once for several watchers and leaves with the last of them", async () => {
    const { socket, hub } = setUp();
    hub.start();
    await expect.poll(() => hub.readState()).toBe("open");
    const leaves = [
      hub.watch("group:watch", { groupId: "g1" }, () => undefined),
      hub.watch("group:watch", { groupId: "g1" }, () => undefined),
    ];
    leaves[0]?.();
    expect(socket.asked).toEqual(['group:watch {"groupId":"g1"}']);
    leaves[1]?.();
    expect(socket.asked.at(-1)).toBe('group:leave {"groupId":"g1"}');
  });

  it("reads nothing again where watching was refused", async () => {
    const { socket, hub } = setUp(() => ({ ok: false, error: "forbidden", message: "" }));
    let caughtUp = 0;
    hub.watch("group:watch", { groupId: "g1" }, () => caughtUp++);
    hub.start();
    await expect.poll(() => socket.asked.length).toBe(1);
    expect(caughtUp).toBe(0);
  });

  it("delivers events to those who still listen", async () => {
    const { socket, hub } = setUp();
    const heard: unknown[] = [];
    const off = hub.on("position:batch", (payload) => heard.push(payload));
    hub.start();
    await expect.poll(() => hub.readState()).toBe("open");
    socket.hear("position:batch", 1);
    off();
    socket.hear("position:batch", 2);
    expect(heard).toEqual([1]);
  });

  it("tells whoever begins to listen who is online, until the connection is gone", async () => {
    const { socket, hub } = setUp();
    hub.start();
    await expect.poll(() => hub.readState()).toBe("open");
    for (const online of [["siti"], ["siti", "adi"]]) socket.hear("presence", { groupId: "a", online });
    socket.hear("presence", { groupId: "b", online: [] });
    const heard: unknown[] = [];
    hub.on("presence", (payload) => heard.push(payload));
    const last = [
      { groupId: "a", online: ["siti", "adi"] },
      { groupId: "b", online: [] },
    ];
    expect(heard).toEqual(last);
    socket.drop("transport close");
    hub.on("presence", (payload) => heard.push(payload));
    expect(heard).toEqual(last);
  });

  it("says farewell once when the session was taken over, and does not come back", async () => {
    const { socket, hub, farewells, later } = setUp();
    hub.start();
    await expect.poll(() => hub.readState()).toBe("open");
    socket.hear("session:replaced");
    socket.drop("io server disconnect");
    expect(hub.readState()).toBe("replaced");
    expect(farewells).toEqual(["replaced"]);
    expect(later).toEqual([]);
  });

  it("knows an ended session from a server that is busy", async () => {
    const ended = setUp();
    ended.hub.start();
    await expect.poll(() => ended.hub.readState()).toBe("open");
    ended.socket.hear("connect_error", { data: { error: "unauthenticated" } });
    expect(ended.farewells).toEqual(["ended"]);
    const busy = setUp();
    busy.hub.start();
    await expect.poll(() => busy.hub.readState()).toBe("open");
    busy.socket.hear("connect_error", { data: { error: "limited" } });
    expect(busy.hub.readState()).toBe("retrying");
    expect(busy.later).toHaveLength(1);
  });

  it("returns by itself when the server hung up, and answers unavailable in between", async () => {
    const { socket, hub, later } = setUp();
    hub.start();
    await expect.poll(() => hub.readState()).toBe("open");
    socket.drop("io server disconnect");
    expect(await hub.ask("position:send", {})).toMatchObject({ ok: false, error: "unavailable" });
    later.shift()?.();
    expect(hub.readState()).toBe("open");
  });
});

describe("Who a tab is to the server", () => {
  afterEach(() => vi.unstubAllGlobals());
  const drawn = (who: string | null) => {
    const assign = vi.fn<(path: string) => void>();
    vi.stubGlobal("document", { querySelector: () => (who ? { getAttribute: () => who } : null) });
    vi.stubGlobal("window", { location: { pathname: who ? "/a/nurani/my" : "/sign-in", assign } });
    return assign;
  };

  it("[R59] is its page's reader in that page's agency: for another agency of theirs it connects anew", async () => {
    drawn("nurani:siti:en");
    const hub = connectLive("nurani");
    expect(connectLive("nurani")).toBe(hub);
    await expect.poll(() => shakes.length).toBe(1);
    drawn("aqjol:siti:en");
    expect(connectLive("aqjol")).not.toBe(hub);
    await expect.poll(() => shakes.length).toBe(2);
    expect(shakes).toEqual([
      { agency: "nurani", person: "siti" },
      { agency: "aqjol", person: "siti" },
    ]);
  });

  it("is led to the sign-in page when its session ends, and left alone where its reader went there themselves", async () => {
    const led = drawn("nurani:umar:en");
    connectLive("nurani");
    await expect.poll(() => shakes.length).toBe(3);
    const refused = { data: { error: "unauthenticated" } };
    sockets.at(-1)?.hear("connect_error", refused);
    expect(led).toHaveBeenCalledWith("/sign-in?reason=ended");

    drawn("nurani:hasan:en");
    connectLive("nurani");
    await expect.poll(() => shakes.length).toBe(4);
    const stays = drawn(null);
    sockets.at(-1)?.hear("connect_error", refused);
    expect(stays).not.toHaveBeenCalled();
  });
});
