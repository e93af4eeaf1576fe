"use client";

import { useEffect, useState } from "react";
import { BottomCount } from "@/components/shell/bottom-count";

/** What is new in all chats of this person, and the queue begins to go out on every page. */
export function UnreadBadge({ agency }: { agency: string }) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let end: (() => void) | null = null;
    let isGone = false;
    // After the first paint: counting needs the socket.
    void import("./unread").then(({ countUnread }) => {
      if (!isGone) end = countUnread(agency, setCount);
    });
    return () => {
      isGone = true;
      end?.();
    };
  }, [agency]);
  return count > 0 ? <BottomCount count={count} /> : null;
}
