import { editMessage, withdrawMessage } from "@/lib/chat/commands/change-message";
import { Message } from "@/lib/chat/contract";
import { endpoint } from "@/server/doors/http";

export const PATCH = endpoint(editMessage, { output: Message, summary: "Edit a message of yours" });
export const DELETE = endpoint(withdrawMessage, { output: Message, summary: "Withdraw a message of yours" });
