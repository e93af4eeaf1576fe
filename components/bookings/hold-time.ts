import { formatShortDate, formatTime } from "@/lib/i18n/formats";
import { formatList } from "@/lib/i18n/list";

/** The day and the minute until which seats are held. */
export const holdTime = (locale: string, endsAt: Date, zone: string): string =>
  formatList(locale, [formatShortDate(locale, endsAt, { zone }), formatTime(locale, endsAt, { zone })]);
