import { useLocale } from "next-intl";
import { Moon } from "@/components/ui/moon";
import type { Group } from "@/lib/groups/contract";
import { formatHijri, formatSpan } from "@/lib/i18n/formats";
import { hijriDay } from "@/lib/i18n/hijri";

/** "24 Dec – 4 Jan" with the moon of the day of leaving and its Hijri date. */
export function TripDates({ group }: { group: Pick<Group, "startsAt" | "endsAt" | "timeZone"> }) {
  const locale = useLocale();
  const { startsAt, endsAt, timeZone: zone } = group;
  const [from, to] = formatSpan(locale, startsAt, endsAt, { zone, now: new Date() });
  return (
    <span className="flex items-center gap-2.5">
      <Moon day={hijriDay(startsAt, zone).day} size={20} />
      <span className="flex min-w-0 flex-col">
        <span className="tn whitespace-nowrap">
          <time dateTime={startsAt.toISOString()}>{from}</time>
          {" – "}
          <time dateTime={endsAt.toISOString()}>{to}</time>
        </span>
        <span className="whitespace-nowrap text-ink-3">{formatHijri(locale, startsAt, { zone, year: false })}</span>
      </span>
    </span>
  );
}
