import { openClient } from "@/db/client";
import { redisBus } from "@/server/adapters/bus.redis";
import { upstashKv } from "@/server/adapters/kv.upstash";
import { openRuntime } from "@/server/runtime";
import { houseOn } from "./house";
import { openLive } from "./live";

// A node of its own, with the API and sockets, beside others on one PostgreSQL and one Redis: kill -9 needs a real process.
const [loginUrl = "", redisUrl = "", url = "", token = ""] = process.argv.slice(2);
const house = houseOn(openClient(loginUrl, 8));
const bus = await redisBus({ url: redisUrl, onError: () => undefined });
openRuntime({ ...house, alone: false, ports: { ...house.ports, bus, kv: upstashKv({ url, token }) } });
const live = await openLive(house);
process.stdout.write(`${live.url}\n`);
