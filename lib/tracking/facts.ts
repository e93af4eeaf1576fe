import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { fact } from "@/lib/kernel/fact";

/** A companion tracker was issued or revoked: its owner's devices show it. */
export const trackerChanged = fact({
  name: "tracking.tracker_changed",
  payload: z.object({ agencyId: z.string(), userId: z.string(), trackerId: z.string() }),
  audience: (p) => [audience.person(p.agencyId, p.userId)],
});
