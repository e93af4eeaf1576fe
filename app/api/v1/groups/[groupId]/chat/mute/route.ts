import { muteChat } from "@/lib/chat/commands/reading";
import { ChatMuted } from "@/lib/chat/contract";
import { endpoint } from "@/server/doors/http";

export const PUT = endpoint(muteChat, { output: ChatMuted, summary: "Hear nothing of a chat, or hear it again" });
