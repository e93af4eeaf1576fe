import { useLocale, useTranslations } from "next-intl";
import type { Booking } from "@/lib/bookings/contract/booking";
import { isLive } from "@/lib/bookings/rules/life";
import { formatMoney, formatNumber, formatShortDate } from "@/lib/i18n/formats";

type Sum = {
  kind: Booking["lines"][number]["kind"];
  roomType: string;
  passengerType: string;
  each: number;
  count: number;
};

/** Equal lines once, with how many they are. */
function gather(lines: Booking["lines"]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const {
    kind,
    roomType,
    passengerType,
    amount: { amount: each },
  } of lines) {
    const key = `${kind} ${roomType} ${passengerType} ${each}`;
    const before = sums.get(key);
    sums.set(key, { kind, roomType, passengerType, each, count: (before?.count ?? 0) + 1 });
  }
  return [...sums.values()];
}

/** What is owed and why, what came in, and until when the rest comes. */
export function MoneyPart({ booking }: { booking: Booking }) {
  const t = useTranslations("bookings");
  const words = useTranslations("packages");
  const locale = useLocale();
  const { status, settleBy, timeZone: zone } = booking;
  const { amount: owed, currency } = booking.owed;
  const [paid, refund, deposit] = [booking.paid.amount, booking.refund.amount, booking.deposit.amount];
  const money = (amount: number) => formatMoney(locale, { amount, currency });
  // Of a cancelled one that is what is kept of it.
  const rest = isLive(status) || status === "cancelled" ? owed - paid : 0;
  const share = owed > 0 ? Math.min(100, (paid / owed) * 100) : 0;
  return (
    <section aria-label={t("money")} className="flex flex-col gap-2.5 border-line border-t pt-4">
      <h3 className="flex flex-wrap items-baseline justify-between gap-2 font-semibold text-md">
        {t("money")}
        <span className="tn font-normal text-base text-ink-2">
          {t("paidOf", { paid: money(paid), owed: money(owed) })}
        </span>
      </h3>
      <span aria-hidden className="block h-2 overflow-clip rounded-[3px] bg-chip">
        <span className="block h-full bg-d1" style={{ width: `${share}%` }} />
      </span>
      <dl className="grid grid-cols-[1fr_auto] max-[17rem]:grid-cols-1 gap-x-4 gap-y-1">
        {gather(booking.lines).map(({ kind, roomType, passengerType, each, count }) => (
          <div key={`${kind} ${roomType} ${passengerType} ${each}`} className="contents">
            <dt className="text-ink-2">
              {kind === "fare" ? null : `${t(`line.${kind}`)}\u00a0· `}
              {words(`passenger.${passengerType as "adult"}`)}&nbsp;· {words(`room.${roomType as "quad"}`)}
              {count > 1 ? <span className="tn"> × {formatNumber(locale, count)}</span> : null}
            </dt>
            <dd className="tn text-end">{money(each * count)}</dd>
          </div>
        ))}
      </dl>
      {paid > 0 && rest > 0 ? <p className="tn font-semibold">{t("rest", { amount: money(rest) })}</p> : null}
      {status === "pending_payment" && deposit > paid ? (
        <p className="text-ink-2">{t(paid > 0 ? "depositRest" : "depositHint", { amount: money(deposit - paid) })}</p>
      ) : null}
      {status === "partially_paid" ? (
        <p className="text-ink-2">{t("settleBy", { day: formatShortDate(locale, settleBy, { zone }) })}</p>
      ) : null}
      {refund > 0 ? <p className="font-semibold">{t("refund", { amount: money(refund) })}</p> : null}
    </section>
  );
}
