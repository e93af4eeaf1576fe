import { markRead, typing } from "@/lib/chat/commands/reading";
import { sendMessage } from "@/lib/chat/commands/send-message";
import { lookAtGroup } from "@/lib/tracking/commands/look";
import { sendPositions } from "@/lib/tracking/commands/send-positions";
import { type Served, served } from "../doors/socket";

/** What a client may send, and nothing else (API.md, Sockets); group:watch and group:leave stand in watching.ts. */
export const EVENTS: Record<string, Served> = {
  "position:send": served(sendPositions, (receipt) => receipt, "ingest"),
  "message:send": served(sendMessage, (message) => ({ message })),
  "message:read": served(markRead, (mark) => mark),
  typing: served(typing, () => ({})),
};

/** The look behind `group:watch`. */
export const WATCHED = lookAtGroup;
