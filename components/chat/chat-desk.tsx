"use client";

import type { ReactNode } from "react";
import { LiveAgency } from "@/components/live/use-live";
import { useLoaded } from "@/components/shell/use-loaded";
import type { ChatRoomProps } from "./chat-room";

const loadRoom = () => import("./chat-room");

/** The talk of one group, fed by the page first and by the API after every gap.
 * @param meanwhile stands in its place until the chat's scripts have come */
export function ChatDesk({ meanwhile, ...props }: ChatRoomProps & { meanwhile: ReactNode }) {
  const room = useLoaded(loadRoom);
  if (!room) return meanwhile;
  return (
    <LiveAgency value={props.agency}>
      <room.ChatRoom {...props} />
    </LiveAgency>
  );
}
