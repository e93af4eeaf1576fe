import { useTranslations } from "next-intl";
import { Badge, type Status } from "@/components/ui/badge";
import type { BookingRow, BookingStatus } from "@/lib/bookings/contract/booking";

const SIGNS: Record<BookingStatus, Status> = {
  draft: "notYet",
  pending_payment: "waiting",
  partially_paid: "scheduled",
  paid: "ok",
  completed: "ok",
  expired: "cancelled",
  cancelled: "cancelled",
};

/** A booking's state in a word; one that waits for a person stands out. */
export function BookingBadge({ booking }: { booking: Pick<BookingRow, "status" | "needsDecision"> }) {
  const t = useTranslations("bookings");
  if (booking.needsDecision) return <Badge status="warn">{t("view.decisions")}</Badge>;
  return <Badge status={SIGNS[booking.status]}>{t(`status.${booking.status}`)}</Badge>;
}
