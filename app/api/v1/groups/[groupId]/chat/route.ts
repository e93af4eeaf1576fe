import { updateChat } from "@/lib/chat/commands/lead";
import { Chat } from "@/lib/chat/contract";
import { readChat } from "@/lib/chat/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readChat, { output: Chat, summary: "Where a chat stands, and how far everybody has read" });
export const PATCH = endpoint(updateChat, { output: Chat, summary: "Let everybody write, or only leaders" });
