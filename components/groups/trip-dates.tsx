import { useLocale } from "next-intl";
import { Moon } from "@/components/ui/moon";
import type { Group } from "@/lib/groups/contract";
import { formatHijri, formatSpan } from "@/lib/i18n/formats";
import { hijriDay } from "@/lib/i18n/hijri";

/** "Dec 24 – Jan 4, 2027" with the moon of the day of leaving and its Hijri date. */
export function TripDates({ group }: { group: Pick<Group, "startsAt" | "endsAt" | "timeZone"> }) {
  const locale = useLocale();
  const { startsAt, endsAt, timeZone: zone } = group;
  return (
    <span className="flex items-center gap-2.5">
      <Moon day={hijriDay(startsAt, zone).day} size={20} />
      <span className="flex min-w-0 flex-col">
        <span className="tn whitespace-nowrap">{formatSpan(locale, startsAt, endsAt, { zone, now: new Date() })}</span>
        <span className="whitespace-nowrap text-ink-3">{formatHijri(locale, startsAt, { zone, year: false })}</span>
      </span>
    </span>
  );
}
