import { formatShortDate, formatTime } from "@/lib/i18n/formats";
import { formatList } from "@/lib/i18n/list";
import { dayAt } from "@/lib/i18n/wall";

/** The day and the minute until which seats are held; the minute alone where `now` says that it is the same day there. */
export const holdTime = (locale: string, endsAt: Date, zone: string, now?: Date): string => {
  const time = formatTime(locale, endsAt, { zone });
  if (now && dayAt(now, zone) === dayAt(endsAt, zone)) return time;
  return formatList(locale, [formatShortDate(locale, endsAt, { zone }), time]);
};
