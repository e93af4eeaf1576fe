import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { fact } from "@/lib/kernel/fact";
import type { Message } from "./contract";

/** The message travels whole: who hears it has nothing to ask. It is in its wire shape already. */
const payload = z.object({ agencyId: z.string(), groupId: z.string(), message: z.custom<Message>() });
const group = (p: { agencyId: string; groupId: string }) => [audience.group(p.agencyId, p.groupId)];

export const messageSent = fact({ name: "chat.sent", payload, wire: "message:new", audience: group });
export const messageEdited = fact({ name: "chat.edited", payload, wire: "message:edited", audience: group });
/** What it said is gone from it. */
export const messageWithdrawn = fact({ name: "chat.withdrawn", payload, wire: "message:withdrawn", audience: group });
