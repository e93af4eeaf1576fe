import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "@/lib/i18n/formats";

type Sum = { currency: string; said: string; owed: number; paid: number; rest: number };

/** What a list comes to, a line for each currency. */
export function SumLines({ sums }: { sums: readonly Sum[] }) {
  const [locale, t] = [useLocale(), useTranslations("bookings.sums")];
  return (
    <ul className="tn">
      {sums.map(({ currency, said, owed, paid, rest }) => {
        const money = (amount: number) => formatMoney(locale, { amount, currency });
        return (
          <li key={currency}>
            {said}
            {owed + paid > 0 ? <>&nbsp;· {t("money", { owed: money(owed), paid: money(paid) })}</> : null}
            {rest > 0 ? (
              <strong className="font-semibold text-ink">&nbsp;· {t("rest", { amount: money(rest) })}</strong>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
