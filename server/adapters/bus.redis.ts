import { createClient } from "redis";
import type { BusChannel } from "@/lib/kernel/ports";
import { type ClosableBus, deliver, type Hear, type OnError } from "@/server/adapters/bus.memory";

type Options = { url: string; onError: OnError };

/** Whoever publishes waits no longer. */
const ANSWER_MS = 2_000;
const PING_MS = 4_000;
/** A connection on which nothing has moved for as long is given up, though it is there: more than one ping went unanswered. */
const SILENT_MS = 10_000;

/**
 * The bus between nodes, over Redis publish and subscribe. Waits for the first connection, then reconnects and
 * subscribes again by itself, telling `onError` of every loss. What is published meanwhile is not heard, and "missed" says so
 * afterwards: here, where we did not listen; everywhere, where we could not speak.
 */
export async function redisBus({ url, onError }: Options): Promise<ClosableBus> {
  const reconnectStrategy = (tries: number) => Math.min(50 * 2 ** tries, 2000);
  const options = {
    url,
    pingInterval: PING_MS,
    socket: { connectTimeout: 3000, socketTimeout: SILENT_MS, reconnectStrategy },
  };
  // A publisher that queued while offline would replay stale hints, for as long as it was: "missed" has all be read anew.
  const publisher = createClient({ ...options, disableOfflineQueue: true });
  const subscriber = createClient(options);
  for (const client of [publisher, subscriber]) client.on("error", onError);
  await Promise.all([publisher.connect(), subscriber.connect()]);

  const ears = new Set<Hear>();
  let [isDropped, isSilent] = [false, false];
  const speaksAgain = () => {
    isSilent = false;
    if (!isDropped) return;
    isDropped = false;
    publish("missed", null).catch(onError);
  };
  const publish = async (channel: BusChannel, message: unknown) => {
    try {
      // What is said to a silent one would only keep its connection from being given up.
      if (isSilent) throw new Error("Redis gives no answer.");
      const said = publisher.publish(named(channel), JSON.stringify(message ?? null));
      said.then(() => isSilent && speaksAgain(), ignore);
      await inTime(said, () => {
        isSilent = true;
      });
    } catch (error) {
      isDropped = true;
      throw error;
    }
  };
  subscriber.on("ready", () => {
    for (const hear of ears) void deliver(hear, "null", onError);
  });
  publisher.on("ready", speaksAgain);

  return {
    publish,
    subscribe: async (channel, hear) => {
      const listener = (raw: string) => void deliver(hear, raw, onError);
      await subscriber.subscribe(named(channel), listener);
      if (channel === "missed") ears.add(hear);
      return async () => {
        ears.delete(hear);
        await subscriber.unsubscribe(named(channel), listener);
      };
    },
    close: async () => {
      for (const client of [publisher, subscriber]) if (client.isOpen) client.destroy();
    },
  };
}

function named(channel: BusChannel): string {
  return `qafila:${channel}`;
}

const ignore = () => undefined;

async function inTime(work: Promise<unknown>, tooLate: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      tooLate();
      fail(new Error("Redis gives no answer."));
    }, ANSWER_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
