import pino from "pino";
import { openClient } from "@/db/client";
import { newId } from "@/lib/kernel/ids";
import { memoryBus } from "@/server/adapters/bus.memory";
import { diskFiles } from "@/server/adapters/files";
import { memoryKv } from "@/server/adapters/kv.memory";
import { limiter } from "@/server/http/limits";
import { openRuntime } from "@/server/runtime";
import { openWorker } from "@/server/worker/worker";
import { type Hold, welcome } from "./tasks";

// A process of its own with the real worker, which stays until it is killed: kill -9 needs a real process.
const [ownerUrl = "", loginUrl = "", hold = "never"] = process.argv.slice(2);
const ignore = () => undefined;
const shelf = { keeps: true, send: async () => ({ state: "kept" as const }) };
const kv = memoryKv({ maxKeys: 1_000, now: Date.now });
const house = openRuntime({
  node: newId(),
  database: openClient(loginUrl, 4),
  ports: {
    kv,
    bus: memoryBus({ onError: ignore }),
    files: diskFiles({ dir: "/tmp/qafila-test-files" }),
    mail: shelf,
    sms: shelf,
    whatsapp: shelf,
    pay: { ask: () => Promise.reject(new Error("No gateway stands behind this house.")) },
  },
  lanes: new Map(),
  alone: false,
  limits: limiter(kv, { spare: kv, onOutage: ignore }),
  log: pino({ level: "silent" }),
  secret: new Uint8Array(32),
  settings: {
    publicUrl: "http://localhost:3000",
    tileUrl: null,
    tileAttribution: null,
    corsOrigins: [],
    trustedProxies: 0,
    metricsToken: null,
    demo: true,
  },
});
await openWorker(house, { ownerUrl, tasks: [welcome(hold as Hold)], concurrency: 2, attempts: 5 });
process.stdout.write("open\n");
