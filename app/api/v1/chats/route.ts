import { ChatList } from "@/lib/chat/contract";
import { listChats } from "@/lib/chat/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listChats, { output: ChatList, summary: "Your chats, and what is new in them" });
