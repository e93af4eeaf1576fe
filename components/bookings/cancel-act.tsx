"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/journey/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Booking, Quote } from "@/lib/bookings/contract/booking";
import { formatMoney } from "@/lib/i18n/formats";

export type CancelActs = {
  quote: Act<{ id: string; pilgrimId?: string }, Quote>;
  cancel: Act<{ id: string }>;
  cancelOne: Act<{ id: string; pilgrimId: string }>;
};
type CancelActProps = { booking: Booking; pilgrim?: { id: string; name: string }; acts: CancelActs };

/** Asks with the sum first: what is kept by the table, what comes back. */
export function CancelAct({ booking, pilgrim, acts }: CancelActProps) {
  const t = useTranslations("bookings.cancel");
  const locale = useLocale();
  const { busy, act } = useAct();
  const [quote, setQuote] = useState<Quote | null>(null);
  const about = { id: booking.id, ...(pilgrim && { pilgrimId: pilgrim.id }) };
  const label = pilgrim ? t("one", { name: pilgrim.name }) : t("act");
  const money = (amount: number) => formatMoney(locale, { amount, currency: booking.currency });
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
      <Dialog
        open={quote !== null}
        onOpenChange={(open) => (open ? undefined : setQuote(null))}
        title={t("ask")}
        text={quote ? t("text", { kept: money(quote.kept), refund: money(quote.refund) }) : null}
        actions={(close) => (
          <>
            <Button onClick={close}>{t("keep")}</Button>
            <Button kind="danger" busy={busy && label} onClick={go}>
              {label}
            </Button>
          </>
        )}
      />
    </>
  );
}
