import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { WaitingRow } from "@/lib/bookings/contract/waitlist";
import { holdTime } from "./hold-time";

type WaitBadgeProps = { wait: Pick<WaitingRow, "status" | "offerEndsAt" | "timeZone"> };

/** Where a place in a queue stands; seats that are offered wait until a minute that is said. */
export function WaitBadge({ wait: { status, offerEndsAt, timeZone } }: WaitBadgeProps) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  if (status !== "offered" || !offerEndsAt) return <Badge status="waiting">{t(`waitStatus.${status}`)}</Badge>;
  return <Badge status="now">{t("wait.until", { time: holdTime(locale, offerEndsAt, timeZone) })}</Badge>;
}
