"use client";

import { CalendarClock, CirclePause, Eye, type LucideIcon, ScanEye, Smartphone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { formatShortDate } from "@/lib/i18n/formats";

export type TripWindow = { startsAt: Date; endsAt: Date; zone: string };
type ConsentPanelProps = {
  window: TripWindow;
  busy: boolean;
  onAgree: () => void;
  /** Left out where the panel is the only way. */
  onDecline?: () => void;
};

const points = [
  ["who", Eye],
  ["when", CalendarClock],
  ["looks", ScanEye],
  ["pause", CirclePause],
  ["phone", Smartphone],
] as const satisfies readonly (readonly [string, LucideIcon])[];

/** Everything one must know before sharing, in plain words; nothing is recorded before the button is pressed. */
export function ConsentPanel({ window: { startsAt, endsAt, zone }, busy, onAgree, onDecline }: ConsentPanelProps) {
  const t = useTranslations("my.consent");
  const locale = useLocale();
  const title = useRef<HTMLHeadingElement>(null);
  const opened = onDecline !== undefined;
  // The button that opened it is gone: whoever hears the page must land on what came in its place.
  useEffect(() => {
    if (opened) title.current?.focus();
  }, [opened]);
  const dates = {
    start: formatShortDate(locale, startsAt, { zone }),
    end: formatShortDate(locale, endsAt, { zone }),
  };
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 ref={title} tabIndex={-1} className="text-lg font-semibold outline-none">
          {t("title")}
        </h2>
        <p className="text-md text-ink-2">{t("why")}</p>
      </div>
      <ul className="flex flex-col gap-3">
        {points.map(([key, Icon]) => (
          <li key={key} className="flex gap-3 text-md">
            <Icon aria-hidden size={22} className="mt-0.5 flex-none text-primary-ink" />
            <span>{t(`points.${key}`, dates)}</span>
          </li>
        ))}
      </ul>
      <div className="flex flex-col gap-2">
        <Button kind="primary" size="xl" wide busy={busy && t("working")} onClick={onAgree}>
          {t("agree")}
        </Button>
        {onDecline ? (
          <Button kind="ghost" size="lg" wide onClick={onDecline}>
            {t("decline")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
