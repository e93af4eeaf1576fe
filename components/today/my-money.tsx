import { PiggyBank, Ticket } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LinkRow } from "@/components/journey/link-row";
import type { Booking } from "@/lib/bookings/contract/booking";
import { formatMoney } from "@/lib/i18n/formats";
import type { Money } from "@/lib/kernel/money";

type MyMoneyProps = {
  home: string;
  /** The booking that is not spoken of above; null where its preparation is. */
  booking: Booking | null;
  savings: Money | null;
};

/** What I booked and what I saved, each one press away. */
export function MyMoney({ home, booking, savings }: MyMoneyProps) {
  const t = useTranslations("my.money");
  const locale = useLocale();
  const rest = booking ? Math.max(0, booking.owed - booking.paid) : 0;
  return (
    <>
      {booking ? (
        <LinkRow
          href={`${home}/bookings/${booking.id}`}
          icon={<Ticket aria-hidden size={24} />}
          detail={
            rest > 0
              ? t("rest", { amount: formatMoney(locale, { amount: rest, currency: booking.currency }) })
              : t("paid")
          }
        >
          <bdi>{booking.packageName}</bdi>
        </LinkRow>
      ) : null}
      {savings ? (
        <LinkRow
          href={`${home}/savings`}
          icon={<PiggyBank aria-hidden size={24} />}
          detail={<span className="tn">{formatMoney(locale, savings)}</span>}
        >
          {t("savings")}
        </LinkRow>
      ) : null}
    </>
  );
}
