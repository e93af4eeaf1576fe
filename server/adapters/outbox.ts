import type { Gateway } from "@/lib/kernel/ports";

/** A way out that leads to a shelf: staff read there what would have been sent. Nothing is pretended. */
export const outbox = <M>(record: (message: M) => Promise<void>): Gateway<M> => ({
  keeps: true,
  send: async (message) => {
    await record(message);
    return { state: "kept" };
  },
});
