"use client";

import { Bell } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatBadge } from "@/lib/i18n/formats";

export type BellFaceProps = {
  /** side: a line of a side bar; icon: a round button of a phone's header. */
  look: "side" | "icon";
  count: number;
  /** How often something new came while the page was open: only then is it spoken. */
  told: number;
  onOpen: () => void;
};

/** The bell itself: how much waits, and the way to it. */
export function BellFace({ look, count, told, onOpen }: BellFaceProps) {
  const t = useTranslations("shell.bell");
  const words = t("open", { count });
  const locale = useLocale();
  return (
    <>
      <button
        type="button"
        className={look === "side" ? "side-item" : "bell"}
        aria-label={words}
        aria-haspopup="dialog"
        title={t("title")}
        onClick={onOpen}
      >
        <Bell aria-hidden size={look === "side" ? 18 : 24} />
        {look === "side" ? <span className="side-word min-w-0 flex-1 text-start">{t("title")}</span> : null}
        {count > 0 ? (
          <span aria-hidden className={look === "side" ? "side-count tn" : "bell-count tn"}>
            {formatBadge(locale, count)}
          </span>
        ) : null}
      </button>
      <span role="status" className="sr-only">
        {told > 0 && count ? words : ""}
      </span>
    </>
  );
}
