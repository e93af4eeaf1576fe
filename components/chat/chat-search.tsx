"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Message } from "@/lib/chat/contract";
import { formatShortDate, formatTime } from "@/lib/i18n/formats";
import type { ChatSession } from "./session";

const WAIT_MS = 300;
type ChatSearchProps = {
  session: ChatSession;
  groupId: string;
  zone: string;
  onFound: (message: Message) => void;
  onClose: () => void;
};

/** Finds words that were said, newest first; a line leads to its place. */
export function ChatSearch({ session, groupId, zone, onFound, onClose }: ChatSearchProps) {
  const t = useTranslations("chat");
  const locale = useLocale();
  const [words, setWords] = useState("");
  const [found, setFound] = useState<Message[] | null | "unknown">(null);
  const field = useRef<HTMLInputElement>(null);
  // Whoever opened the search wants to type.
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const q = words.trim();
    if (!q) return setFound(null);
    let isOver = false;
    const timer = setTimeout(async () => {
      const page = await session.api?.page(groupId, { q, limit: 30 });
      // A slow answer to earlier words says nothing of these.
      if (!isOver) setFound(page?.data ?? "unknown");
    }, WAIT_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [words, session, groupId]);
  return (
    <section className="chat-search" aria-label={t("search")}>
      <div className="flex items-center gap-2">
        <input
          type="search"
          ref={field}
          dir="auto"
          className="chat-field"
          maxLength={120}
          aria-label={t("searchWords")}
          placeholder={t("searchWords")}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <button type="button" className="chat-plain" aria-label={t("closeSearch")} onClick={onClose}>
          <X aria-hidden size={24} />
        </button>
      </div>
      <p role="status" className="px-1 text-md text-ink-2">
        {found === "unknown" ? t("searchOffline") : found ? t("found", { count: found.length }) : null}
      </p>
      <ul className="min-h-0 overflow-y-auto">
        {(found === "unknown" ? [] : (found ?? [])).map((message) => {
          const at = new Date(message.sentAt);
          return (
            <li key={message.id}>
              <button type="button" className="chat-hit" onClick={() => onFound(message)}>
                <span className="flex justify-between gap-3 text-md text-ink-2">
                  <bdi>{message.senderName}</bdi>
                  <time className="tn" dateTime={message.sentAt}>
                    {formatShortDate(locale, at, { zone })} {formatTime(locale, at, { zone })}
                  </time>
                </span>
                <span className="line-clamp-2 text-start" dir="auto">
                  {message.text}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
