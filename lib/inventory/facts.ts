import { z } from "zod";
import { fact } from "@/lib/kernel/fact";

/** A held claim ran out and its places are free again; whoever held it reacts in their own tasks. */
export const claimExpired = fact({
  name: "inventory.expired",
  payload: z.object({ claimId: z.uuid(), poolId: z.uuid(), holder: z.string(), quantity: z.number().int() }),
  audience: () => [],
});
