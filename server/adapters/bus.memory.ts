import type { Bus, BusChannel } from "@/lib/kernel/ports";

export type Hear = (message: unknown) => void | Promise<void>;
export type ClosableBus = Bus & { close(): Promise<void> };
export type OnError = (error: unknown) => void;

/** The bus of a single node: listeners hear in a microtask after publish, each its own copy. */
export function memoryBus({ onError }: { onError: OnError }): ClosableBus {
  const ears = new Map<BusChannel, Set<{ hear: Hear }>>();
  return {
    publish: async (channel, message) => {
      const raw = JSON.stringify(message ?? null);
      for (const ear of ears.get(channel) ?? []) {
        queueMicrotask(() => {
          if (ears.get(channel)?.has(ear)) void deliver(ear.hear, raw, onError);
        });
      }
    },
    subscribe: async (channel, hear) => {
      const ear = { hear };
      ears.set(channel, (ears.get(channel) ?? new Set()).add(ear));
      return async () => void ears.get(channel)?.delete(ear);
    },
    close: async () => ears.clear(),
  };
}

/** Calls one listener; what it throws, now or later, goes to `onError` and stops nobody else. */
export async function deliver(hear: Hear, raw: string, onError: OnError): Promise<void> {
  try {
    await hear(JSON.parse(raw));
  } catch (error) {
    onError(error);
  }
}
