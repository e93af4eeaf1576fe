import { recordPositions, watchGroup } from "@/lib/tracking/commands";
import { type Served, served } from "../doors/socket";

/** What a client may send, and nothing else (API.md, Sockets). */
export const EVENTS: Record<string, Served> = {
  "position:send": served(recordPositions, (receipt) => receipt),
};

/** The look behind `group:watch`. */
export const WATCHED = watchGroup;
