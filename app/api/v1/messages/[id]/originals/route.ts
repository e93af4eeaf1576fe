import { OriginalList } from "@/lib/chat/contract";
import { listOriginals } from "@/lib/chat/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listOriginals, {
  output: OriginalList,
  summary: "What a message said before, for moderators",
});
