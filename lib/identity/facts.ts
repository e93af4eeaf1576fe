import { z } from "zod";
import { fact } from "@/lib/kernel/fact";

/** A session is over. Doors forget it and its sockets are told and closed (server/doors/session-memory.ts). */
export const sessionEnded = fact({
  name: "identity.session_ended",
  payload: z.object({
    sid: z.uuid(),
    userId: z.uuid(),
    reason: z.enum(["logout", "replaced", "reuse", "disabled"]),
  }),
  audience: () => [],
});
