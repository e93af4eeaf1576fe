import { z } from "zod";
import { fact } from "@/lib/kernel/fact";

/** Nobody decided about money that was set aside, and it is free again; whoever asked for it reacts in their own tasks. */
export const pendingTimedOut = fact({
  name: "ledger.timed_out",
  payload: z.object({ journalId: z.uuid(), reference: z.string() }),
  audience: () => [],
});
