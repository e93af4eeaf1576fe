import { endSession } from "@/lib/identity/commands/log-out";
import { endpoint } from "@/server/doors/http";

export const DELETE = endpoint(endSession, { summary: "Sign one of my devices out" });
