import { sendMessage } from "@/lib/chat/commands/send-message";
import { Message, MessagePage } from "@/lib/chat/contract";
import { listMessages } from "@/lib/chat/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listMessages, {
  output: MessagePage,
  summary: "Messages: the newest page, what is before or after a number, or what changed since",
});
export const POST = endpoint(sendMessage, {
  output: Message,
  status: 201,
  summary: "Send a message, once per client id",
});
