import { createClient } from "redis";
import type { BusChannel } from "@/lib/kernel/ports";
import { type ClosableBus, deliver, type OnError } from "@/server/adapters/bus.memory";

type Options = { url: string; onError: OnError };

/**
 * The bus between nodes, over Redis publish and subscribe. Waits for the first connection, then reconnects and
 * subscribes again by itself, telling `onError` of every loss; what is published meanwhile by others is not heard.
 */
export async function redisBus({ url, onError }: Options): Promise<ClosableBus> {
  const socket = { connectTimeout: 3000, reconnectStrategy: (tries: number) => Math.min(50 * 2 ** tries, 2000) };
  // A publisher that queued while offline would replay stale hints; the relay tries again instead.
  const publisher = createClient({ url, socket, pingInterval: 10_000, disableOfflineQueue: true });
  const subscriber = createClient({ url, socket, pingInterval: 10_000 });
  for (const client of [publisher, subscriber]) client.on("error", onError);
  await Promise.all([publisher.connect(), subscriber.connect()]);

  return {
    publish: async (channel, message) => {
      await publisher.publish(named(channel), JSON.stringify(message ?? null));
    },
    subscribe: async (channel, hear) => {
      const listener = (raw: string) => void deliver(hear, raw, onError);
      await subscriber.subscribe(named(channel), listener);
      return async () => subscriber.unsubscribe(named(channel), listener);
    },
    close: async () => {
      for (const client of [publisher, subscriber]) if (client.isOpen) client.destroy();
    },
  };
}

function named(channel: BusChannel): string {
  return `qafila:${channel}`;
}
