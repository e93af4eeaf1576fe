import { markRead } from "@/lib/chat/commands/reading";
import { ReadMark } from "@/lib/chat/contract";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(markRead, { output: ReadMark, summary: "Move your read pointer forward" });
