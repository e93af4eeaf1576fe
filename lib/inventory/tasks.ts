import { z } from "zod";
import { planned } from "@/lib/kernel/task";
import { expireClaim } from "./commands";

export const tasks = [
  planned("inventory.expire", z.object({ claimId: z.uuid() }), (call, { claimId }) => expireClaim(call, { claimId })),
];
