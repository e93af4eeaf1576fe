import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { listen } from "@/server/listen";

const servers: Server[] = [];
const newServer = () => {
  const server = createServer();
  servers.push(server);
  return server;
};
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const said: string[] = [];
const demo = { mayMove: true, say: (line: string) => void said.push(line) };
const strict = { ...demo, mayMove: false };

async function takenPort(): Promise<number> {
  const server = newServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

describe("the port", () => {
  it("is the one asked for when it is free", async () => {
    const port = await takenPort();
    servers.pop()?.close();
    expect(await listen(newServer(), port, "127.0.0.1", strict)).toBe(port);
  });

  it("that is taken gives way to the next in demo mode, which is said", async () => {
    const port = await takenPort();
    const server = newServer();
    const got = await listen(server, port, "127.0.0.1", demo);
    expect(got).toBeGreaterThan(port);
    expect((server.address() as AddressInfo).port).toBe(got);
    expect(said.at(-1)).toBe(`Port ${port} is taken by another program; using ${got} instead.`);
  });

  it("that is taken stops a real installation, with the way out", async () => {
    const port = await takenPort();
    await expect(listen(newServer(), port, "127.0.0.1", strict)).rejects.toThrow(
      `Port ${port} is taken by another program. Stop that program, or set PORT to a free one.`,
    );
  });

  it("on an address of another machine is refused", async () => {
    await expect(listen(newServer(), 3999, "192.0.2.1", demo)).rejects.toThrow(/HOST 192\.0\.2\.1 is no address/);
  });
});
