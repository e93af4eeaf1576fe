import { PiggyBank, Ticket, Wallet } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LinkRow } from "@/components/journey/link-row";
import type { Booking } from "@/lib/bookings/contract/booking";
import { formatMoney } from "@/lib/i18n/formats";
import type { Money } from "@/lib/kernel/money";

type MyMoneyProps = {
  home: string;
  /** The booking that is not spoken of above; null where its preparation is. */
  booking: Booking | null;
  due: Money | null;
  savings: Money | null;
};

/** What I booked, what I owe and what I saved, each one press away. */
export function MyMoney({ home, booking, due, savings }: MyMoneyProps) {
  const t = useTranslations("my.money");
  const locale = useLocale();
  const restOf = ({ amount, currency }: Money) =>
    amount > 0 ? t("rest", { amount: formatMoney(locale, { amount, currency }) }) : t("paid");
  return (
    <>
      {booking ? (
        <LinkRow
          href={`${home}/bookings/${booking.id}`}
          icon={<Ticket aria-hidden size={24} />}
          detail={restOf({ ...booking.owed, amount: booking.owed.amount - booking.paid.amount })}
        >
          <bdi>{booking.packageName}</bdi>
        </LinkRow>
      ) : null}
      {due ? (
        <LinkRow href={`${home}/invoices`} icon={<Wallet aria-hidden size={24} />} detail={restOf(due)}>
          {t("payments")}
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
