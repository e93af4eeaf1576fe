import { getLocale, getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import type { SumBookings } from "@/lib/bookings/contract/booking";
import { maySumBookings } from "@/lib/bookings/policy";
import { sumBookings } from "@/lib/bookings/queries/bookings";
import { formatMoney } from "@/lib/i18n/formats";
import { type PageCall, read } from "@/server/doors/page";

type SumsProps = { call: PageCall; query: Partial<SumBookings> };

/** What the list comes to, for whoever may see it; the rows do not wait for it. */
export function sumsBelow({ call, query }: SumsProps): ReactNode {
  if (!maySumBookings(call.actor, { branchId: call.actor.branchId })) return null;
  return (
    <Suspense key={JSON.stringify(query)} fallback={<span />}>
      <Sums {...{ call, query }} />
    </Suspense>
  );
}

/** A line for each currency. */
async function Sums({ call, query }: SumsProps) {
  const [{ data }, locale, t] = await Promise.all([
    read(sumBookings(call, query)),
    getLocale(),
    getTranslations("bookings.sums"),
  ]);
  return (
    <ul className="tn">
      {data.map(({ currency, bookings, owed, paid, rest }) => {
        const money = (amount: number) => formatMoney(locale, { amount, currency });
        return (
          <li key={currency}>
            {t("count", { count: bookings })}
            {owed + paid > 0 ? <> · {t("money", { owed: money(owed), paid: money(paid) })}</> : null}
            {rest > 0 ? (
              <strong className="font-semibold text-ink"> · {t("rest", { amount: money(rest) })}</strong>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
