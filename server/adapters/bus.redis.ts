import { createClient } from "redis";
import type { BusChannel } from "@/lib/kernel/ports";
import { type ClosableBus, deliver, type Hear, type OnError } from "@/server/adapters/bus.memory";

type Options = { url: string; onError: OnError };

/**
 * The bus between nodes, over Redis publish and subscribe. Waits for the first connection, then reconnects and
 * subscribes again by itself, telling `onError` of every loss. What is published meanwhile is not heard, and "missed" says so
 * afterwards: here, where we did not listen; everywhere, where we could not speak.
 */
export async function redisBus({ url, onError }: Options): Promise<ClosableBus> {
  const socket = { connectTimeout: 3000, reconnectStrategy: (tries: number) => Math.min(50 * 2 ** tries, 2000) };
  // A publisher that queued while offline would replay stale hints, for as long as it was: "missed" has all be read anew.
  const publisher = createClient({ url, socket, pingInterval: 10_000, disableOfflineQueue: true });
  const subscriber = createClient({ url, socket, pingInterval: 10_000 });
  for (const client of [publisher, subscriber]) client.on("error", onError);
  await Promise.all([publisher.connect(), subscriber.connect()]);

  const ears = new Set<Hear>();
  let isDropped = false;
  const publish = async (channel: BusChannel, message: unknown) => {
    try {
      await publisher.publish(named(channel), JSON.stringify(message ?? null));
    } catch (error) {
      isDropped = true;
      throw error;
    }
  };
  subscriber.on("ready", () => {
    for (const hear of ears) void deliver(hear, "null", onError);
  });
  publisher.on("ready", () => {
    if (!isDropped) return;
    isDropped = false;
    publish("missed", null).catch(onError);
  });

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
