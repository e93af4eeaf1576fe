import { useLocale, useTranslations } from "next-intl";
import { tripDay } from "@/components/journey/trip";
import type { Group } from "@/lib/groups/contract";
import { formatShortDate } from "@/lib/i18n/formats";

/** Which day of the trip it is, or when it begins or has ended. */
export function useTripLine(group: Group, now: Date): string {
  const t = useTranslations("lead.map");
  const locale = useLocale();
  const zone = group.timeZone;
  if (group.state === "upcoming") return t("ahead", { date: formatShortDate(locale, group.startsAt, { zone }) });
  if (group.state === "past") return t("over", { date: formatShortDate(locale, group.endsAt, { zone }) });
  return t("day", tripDay(group, now));
}
