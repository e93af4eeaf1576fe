"use client";

import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/choices";
import type { Branch } from "@/lib/agencies/contract/branch";
import { formatWeekday } from "@/lib/i18n/formats";

type Hours = Branch["hours"];
type HoursFieldsProps = { hours: Hours; set: (hours: Hours) => void; error: string | null };

const USUAL = { from: "08:00", to: "16:30" };
const WEEK = [USUAL, USUAL, USUAL, USUAL, USUAL, null, null];
/** A Monday, for the names of days. */
const MONDAY = Date.UTC(2024, 0, 1);

/** Open hours, day by day; none at all where they are not told. */
export function HoursFields({ hours, set, error }: HoursFieldsProps) {
  const t = useTranslations("agency.branches");
  const locale = useLocale();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{t("hours")}</legend>
      <Checkbox
        label={t("hours")}
        hint={t("hoursHint")}
        checked={hours !== null}
        onChange={(event) => set(event.target.checked ? WEEK : null)}
      />
      {error ? (
        <p role="alert" className="text-bad-ink text-sm">
          {error}
        </p>
      ) : null}
      {hours?.map((span, i) => {
        const name = formatWeekday(locale, new Date(MONDAY + i * 86_400_000), { zone: "UTC" });
        const change = (next: typeof span) => set(hours.map((one, at) => (at === i ? next : one)));
        return (
          <div key={name} className="flex min-h-10 flex-wrap items-center gap-3">
            <Checkbox
              label={name}
              className="min-w-36"
              checked={span !== null}
              onChange={(event) => change(event.target.checked ? USUAL : null)}
            />
            {span ? (
              <span className="flex items-center gap-2">
                {(["from", "to"] as const).map((side) => (
                  <label key={side} className="box w-auto">
                    <span className="sr-only">
                      {name}, {t(side)}
                    </span>
                    <input
                      type="time"
                      value={span[side]}
                      onChange={(event) => change({ ...span, [side]: event.target.value })}
                    />
                  </label>
                ))}
              </span>
            ) : (
              <span className="text-ink-3">{t("shut")}</span>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
