"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Message } from "@/lib/chat/contract";
import { QuoteLine } from "./quote-line";

type AboutLineProps = {
  does: "reply" | "edit";
  /** The message it is about, as it is now. */
  quoted: Message;
  busy: boolean;
  onStop: () => void;
};

/** Above what is being written: that it is an answer or a change, and of what. */
export function AboutLine({ does, quoted, busy, onStop }: AboutLineProps) {
  const t = useTranslations("chat");
  return (
    <div className="mb-2 flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p role="status" className="text-md font-semibold">
          {busy ? t("working") : t(does === "edit" ? "editing" : "replying")}
        </p>
        <QuoteLine quote={quoted} />
      </div>
      <button type="button" className="chat-plain" aria-label={t("stopAbout")} onClick={onStop}>
        <X aria-hidden size={22} />
      </button>
    </div>
  );
}
