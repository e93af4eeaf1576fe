"use client";

import { useLocale } from "next-intl";
import { type Act, useAct } from "@/components/journey/use-act";
import { Button } from "@/components/ui/button";
import { formatMoment } from "@/lib/i18n/formats";
import type { Invoice } from "@/lib/invoices/contract/invoice";
import { useInvoiceWords } from "./words";

type RemindButtonProps = { invoice: Invoice; zone: string; remind: Act<{ id: string }, Invoice> };

/** Asks its payer for what is due, and says when that was last done. */
export function RemindButton({ invoice: { id, remindedAt }, zone, remind }: RemindButtonProps) {
  const { t } = useInvoiceWords(zone);
  const locale = useLocale();
  const { busy, act } = useAct();
  return (
    <div className="flex flex-col gap-1.5">
      <Button
        wide
        busy={busy && t("saving")}
        onClick={() => act(() => remind({ id }), { said: { text: t("remind.said") } })}
      >
        {t("remind.send")}
      </Button>
      {remindedAt ? (
        <p className="text-ink-2 text-sm">{t("remind.last", { time: formatMoment(locale, remindedAt, { zone }) })}</p>
      ) : null}
    </div>
  );
}
