import { openLook } from "@/lib/chat/commands/lead";
import { LookOpened } from "@/lib/chat/contract";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(openLook, {
  output: LookOpened,
  status: 201,
  summary: "Read a group's chat for an hour, with the reason on record",
});
