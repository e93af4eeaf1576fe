"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCity } from "@/components/groups/use-city";
import { useNow } from "@/components/ui/use-now";
import { formatTime } from "@/lib/i18n/formats";

/** Without a label it is called by the city of its zone. */
export type OfficeClock = { label: string | null; zone: string };

/** The office's time and Makkah's, side by side. @param now ms, as the server read it */
export function Clocks({ office, now }: { office: OfficeClock; now: number }) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const moment = useNow(now);
  const cityOf = useCity();
  const rows = [
    { ...office, label: office.label ?? cityOf(office.zone) },
    { label: t("makkah"), zone: "Asia/Riyadh" },
  ];
  return (
    <dl className="rounded-lg border border-shell-line bg-surface/60 px-3 py-2" aria-label={t("clocks")}>
      {rows.map(({ label, zone }) => (
        <div key={label} className="flex items-baseline justify-between gap-2 py-0.5">
          <dt className="text-sm text-shell-ink-2">{label}</dt>
          <dd className="tn font-semibold">
            <bdi>{formatTime(locale, moment, { zone })}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
