import pino from "pino";
import type { Database } from "@/db/client";
import { newId } from "@/lib/kernel/ids";
import { memoryBus } from "@/server/adapters/bus.memory";
import { diskFiles } from "@/server/adapters/files";
import { memoryKv } from "@/server/adapters/kv.memory";
import { limiter } from "@/server/http/limits";
import { openRuntime, type Runtime } from "@/server/runtime";

const surprise = (error: unknown) => {
  throw error;
};

const shelf = { keeps: true, send: async () => ({ state: "kept" as const }) };

/** A runtime on this database, with everything else in memory. Knows nothing of the test's runner: another program may
 * open it, too. */
export function houseOn<D extends Database>(database: D) {
  const kv = memoryKv({ maxKeys: 10_000, now: Date.now });
  const bus = memoryBus({ onError: surprise });
  const house: Runtime = {
    node: newId(),
    database,
    ports: {
      kv,
      bus,
      files: diskFiles({ dir: "/tmp/qafila-test-files" }),
      mail: shelf,
      sms: shelf,
      whatsapp: shelf,
      pay: { ask: () => Promise.reject(new Error("No gateway stands behind this house.")) },
    },
    lanes: new Map(),
    alone: true,
    limits: limiter(kv, { spare: kv, onOutage: surprise }),
    log: pino({ level: "silent" }),
    secret: new TextEncoder().encode("a secret of the tests, long enough to be one"),
    settings: {
      publicUrl: "http://localhost:3000",
      tileUrl: null,
      tileAttribution: null,
      corsOrigins: [],
      trustedProxies: 0,
      metricsToken: null,
      demo: true,
    },
  };
  openRuntime(house);
  return { ...house, database };
}
