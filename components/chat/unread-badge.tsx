"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** What is new in all chats of this person, and the queue begins to go out on every page. */
export function UnreadBadge({ agency }: { agency: string }) {
  const t = useTranslations("shell");
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
  if (count === 0) return null;
  return (
    <span className="bottom-count tn">
      {count > 99 ? "99+" : count}
      <span className="sr-only"> {t("unread", { count })}</span>
    </span>
  );
}
