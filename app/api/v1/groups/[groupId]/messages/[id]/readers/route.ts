import { Readers } from "@/lib/chat/contract";
import { listReaders } from "@/lib/chat/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listReaders, { output: Readers, summary: "Who has read a message, and who has not" });
