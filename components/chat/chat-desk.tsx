"use client";

import dynamic from "next/dynamic";
import { LiveAgency } from "@/components/live/use-live";
import { LoadingRows } from "@/components/ui/skeleton";
import type { ChatRoomProps } from "./chat-room";

/** After the first paint: a talk is nothing without a script, and the page comes sooner without it. */
const ChatRoom = dynamic(() => import("./chat-room").then((room) => room.ChatRoom), {
  ssr: false,
  loading: () => <LoadingRows rows={6} className="m-4 w-auto" />,
});

/** The talk of one group, fed by the page first and by the API after every gap. */
export const ChatDesk = (props: ChatRoomProps) => (
  <LiveAgency value={props.agency}>
    <ChatRoom {...props} />
  </LiveAgency>
);
