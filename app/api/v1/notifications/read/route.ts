import { markNotificationsRead } from "@/lib/notices/commands/notify";
import { MarkedRead } from "@/lib/notices/contract";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(markNotificationsRead, { output: MarkedRead, summary: "Mark notifications as read" });
