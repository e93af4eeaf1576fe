"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useNow } from "@/components/ui/use-now";
import { holdTime } from "./hold-time";

type HoldClockProps = {
  endsAt: Date;
  zone: string;
  now: number;
  /** The way on, once the time is up. */
  after?: ReactNode;
};

const HOUR = 3_600_000;
const two = (value: number) => String(value).padStart(2, "0");

/** How long the seats are still held: minutes and seconds in the last hour, a day and a time before. */
export function HoldClock({ endsAt, zone, now: start, after }: HoldClockProps) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const now = useNow(start, 1_000);
  const left = endsAt.getTime() - now.getTime();
  const seconds = Math.max(0, Math.floor(left / 1_000));
  const isSoon = left < HOUR;
  const clock = (
    <p role="timer" className="flex items-center gap-2.5 rounded-lg bg-lamp-soft px-3 py-2.5 font-semibold">
      <span aria-hidden className="size-3.5 flex-none rounded-full border-[1.5px] border-lamp-edge bg-lamp" />
      {isSoon ? (
        <span className="tn">
          {left > 0
            ? t.rich("holdLeft", {
                time: `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`,
                b: (part) => <bdi dir="ltr">{part}</bdi>,
              })
            : t("holdOver")}
        </span>
      ) : (
        <span className="tn">{t("holdEnds", { time: holdTime(locale, endsAt, zone) })}</span>
      )}
    </p>
  );
  return (
    <>
      {clock}
      {left > 0 ? null : after}
    </>
  );
}
