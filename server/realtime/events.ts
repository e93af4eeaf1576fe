import { markRead, typing } from "@/lib/chat/commands/reading";
import { sendMessage } from "@/lib/chat/commands/send-message";
import { lookAtGroup } from "@/lib/tracking/commands/look";
import { sendPositions } from "@/lib/tracking/commands/send-positions";
import { type Heard, served } from "../doors/socket";
import { leaveGroup, watchGroup } from "./watching";

/** What a client may send, and nothing else (API.md, Sockets). */
export const EVENTS: ReadonlyMap<string, Heard> = new Map(
  Object.entries({
    "position:send": served(sendPositions, (receipt) => receipt, "ingest"),
    "message:send": served(sendMessage, (message) => ({ message })),
    "message:read": served(markRead, (mark) => mark),
    typing: served(typing, () => ({})),
    "group:watch": watchGroup(lookAtGroup),
    "group:leave": leaveGroup,
  }),
);

/** The look behind `group:watch`. */
export const WATCHED = lookAtGroup;
