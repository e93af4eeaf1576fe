import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { redisBus } from "@/server/adapters/bus.redis";
import { upstashKv } from "@/server/adapters/kv.upstash";
import { openRuntime } from "@/server/runtime";
import { openLive } from "./live";
import { startRedis } from "./redis";
import { startUpstashFront } from "./upstash-front";
import { newWorld } from "./world";

async function openNode(args: string[]): Promise<{ node: ChildProcess; url: string }> {
  const whole = ["--import", "tsx", "tests/support/node-child.ts", ...args];
  const node = spawn(process.execPath, whole, { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(node.stdout!, "data");
  return { node, url: String(said).trim() };
}

/** A world with two nodes on one PostgreSQL and one Redis: one in a process of its own, to be killed, and this one. */
export async function openTwoNodes() {
  const [redis, world] = await Promise.all([startRedis(), newWorld(8)]);
  const front = await startUpstashFront(redis.url);
  const { house } = world;
  const bus = await redisBus({ url: redis.url, onError: () => undefined });
  openRuntime({ ...house, alone: false, ports: { ...house.ports, bus, kv: upstashKv(front) } });
  const [{ node, url }, here] = await Promise.all([
    openNode([house.database.loginUrl, redis.url, front.url, front.token]),
    openLive(house),
  ]);
  return {
    world,
    here,
    thereUrl: url,
    /** kill -9 of the other node. */
    kill: () => void node.kill("SIGKILL"),
    close: async () => {
      node.kill("SIGKILL");
      await here.close();
      await bus.close();
      await front.stop();
      await redis.stop();
      await world.close();
    },
  };
}
