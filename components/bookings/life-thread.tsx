import { useLocale, useTranslations } from "next-intl";
import { type Stop, Thread } from "@/components/ui/thread";
import type { Booking, BookingStatus } from "@/lib/bookings/contract/booking";
import { formatPercent, formatShortDate } from "@/lib/i18n/formats";

const STEP: Record<BookingStatus, number> = {
  draft: 0,
  pending_payment: 1,
  partially_paid: 2,
  paid: 4,
  completed: 5,
  expired: -1,
  cancelled: -1,
};

const PAID = 3;

/** Held, deposit, paying, paid, leaves: where a booking stands. Nothing is drawn of one that ended. */
export function LifeThread({ booking }: { booking: Booking }) {
  const t = useTranslations("bookings.life");
  const locale = useLocale();
  const step = STEP[booking.status];
  if (step < 0) return null;
  const day = (at: Date) => formatShortDate(locale, at, { zone: booking.timeZone });
  const { owed, paid } = booking;
  const share = owed.amount > 0 ? paid.amount / owed.amount : 1;
  const details = [
    day(booking.createdAt),
    "",
    formatPercent(locale, share),
    step > PAID ? "" : t("by", { day: day(booking.settleBy) }),
    day(booking.startsAt),
  ];
  const stops = (["held", "deposit", "paying", "paid", "leaves"] as const).map(
    (id, i): Stop => ({
      id,
      label: t(id),
      detail: details[i] || undefined,
      state: i < step ? "done" : i === step ? "now" : "next",
    }),
  );
  return <Thread label={t("label")} stops={stops} />;
}
