import { z } from "zod";

/** What is left of one pool; `left` is never below zero, even after the capacity was lowered. */
export const Availability = z.strictObject({
  poolId: z.uuid(),
  capacity: z.number().int(),
  held: z.number().int(),
  sold: z.number().int(),
  left: z.number().int(),
});
export type Availability = z.output<typeof Availability>;

/** One wish: so many of this pool, for this holder (such as `group_member:<id>`). */
export type Line = { poolId: string; quantity: number; holder: string; expiresAt?: Date };

/** What was granted for one line. */
export type Grant = { claimId: string; poolId: string; quantity: number };
export type ClaimState = "held" | "sold";
