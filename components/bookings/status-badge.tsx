import { useLocale, useTranslations } from "next-intl";
import { Badge, type Status } from "@/components/ui/badge";
import type { BookingRow, BookingStatus } from "@/lib/bookings/contract/booking";
import { holdTime } from "./hold-time";

const SIGNS: Record<BookingStatus, Status> = {
  draft: "notYet",
  pending_payment: "waiting",
  partially_paid: "scheduled",
  paid: "ok",
  completed: "ok",
  expired: "cancelled",
  cancelled: "cancelled",
};
const DAY = 86_400_000;
const SOON_DAYS = 7;

type Told = Pick<BookingRow, "status" | "needsDecision" | "holdEndsAt" | "settleBy" | "timeZone">;

/** A booking's state in a word; one that waits for a person or a day stands out. @param now server time, ms */
export function BookingBadge({ booking, now }: { booking: Told; now: number }) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const { status, needsDecision, holdEndsAt, settleBy, timeZone: zone } = booking;
  if (needsDecision) return <Badge status="warn">{t("view.decisions")}</Badge>;
  const holdLeft = holdEndsAt ? holdEndsAt.getTime() - now : 0;
  if (holdEndsAt && (status === "draft" || status === "pending_payment") && holdLeft > 0 && holdLeft < DAY)
    return <Badge status="waiting">{t("holdEnds", { time: holdTime(locale, holdEndsAt, zone, new Date(now)) })}</Badge>;
  if (status === "partially_paid") {
    const days = Math.ceil((settleBy.getTime() - now) / DAY);
    if (days < 0) return <Badge status="bad">{t("badge.late", { count: -days })}</Badge>;
    if (days <= SOON_DAYS) return <Badge status="warn">{t("badge.due", { count: days })}</Badge>;
  }
  return <Badge status={SIGNS[status]}>{t(`status.${status}`)}</Badge>;
}
