"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { Booking, Quote } from "@/lib/bookings/contract/booking";
import { formatMoney, formatPercent } from "@/lib/i18n/formats";
import type { Money } from "@/lib/kernel/money";

export type CancelActs = {
  quote: Act<{ id: string; pilgrimId?: string }, Quote>;
  cancel: Act<{ id: string }>;
  cancelOne: Act<{ id: string; pilgrimId: string }>;
};
type CancelActProps = {
  booking: Booking;
  pilgrim?: { id: string; name: string };
  acts: CancelActs;
  /** Whoever decides about proofs reads what to do with one that waits; a payer, what comes of theirs. */
  isDesk: boolean;
};

/** Asks with the sum first: what is kept by the table, what comes back. */
export function CancelAct({ booking, pilgrim, acts, isDesk }: CancelActProps) {
  const t = useTranslations("bookings.cancel");
  const { busy, act } = useAct();
  const [quote, setQuote] = useState<Quote | null>(null);
  const about = { id: booking.id, ...(pilgrim && { pilgrimId: pilgrim.id }) };
  const label = pilgrim ? t("one", { name: pilgrim.name }) : t("act");
  const go = () =>
    act<unknown>(
      () => (pilgrim ? acts.cancelOne({ id: booking.id, pilgrimId: pilgrim.id }) : acts.cancel({ id: booking.id })),
      {
        said: { text: t("done") },
        done: () => setQuote(null),
      },
    );
  return (
    <>
      <Button kind="danger-quiet" onClick={() => act(() => acts.quote(about), { done: setQuote })}>
        {label}
      </Button>
      <Confirm
        open={quote !== null}
        onOpenChange={(open) => (open ? undefined : setQuote(null))}
        title={pilgrim ? t("askOne", { name: pilgrim.name }) : t("ask")}
        text={quote ? <Terms {...{ quote, isDesk }} /> : null}
        keep={t("keep")}
        verb={label}
        busy={busy && label}
        go={() => go()}
      />
    </>
  );
}

type TermsProps = { quote: Quote; isDesk: boolean };

/** What is kept by the table of the day, what comes back and what is still owed; or that nothing binds yet. And that a proof
 * waits, whose money is in none of these sums. */
export function Terms({ quote, isDesk }: TermsProps) {
  const t = useTranslations("bookings.cancel");
  const locale = useLocale();
  const { kept, refund, rest, keptPercent, daysBefore, proofWaits } = quote;
  const money = (sum: Money) => formatMoney(locale, sum);
  const tier =
    keptPercent > 0 &&
    daysBefore >= 0 &&
    t("tier", { count: daysBefore, percent: formatPercent(locale, keptPercent / 100) });
  const bound = [
    tier,
    t("text", { kept: money(kept), refund: money(refund) }),
    rest.amount > 0 && t("rest", { rest: money(rest) }),
  ];
  const sums = kept.amount === 0 && refund.amount === 0 ? [t("free")] : bound;
  return [...sums, proofWaits && t(isDesk ? "proofWaits" : "proofChecked")].filter(Boolean).join(" ");
}
