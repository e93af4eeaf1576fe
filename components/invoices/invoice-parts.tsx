import { Badge, StatusLine } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Invoice } from "@/lib/invoices/contract/invoice";
import { overOf } from "@/lib/invoices/rules";
import { LOOK_STATUS, lookOf, useInvoiceWords } from "./words";

type PartProps = { invoice: Invoice; zone: string };

/** What it is made of. */
export function LinesCard({ invoice, zone }: PartProps) {
  const { t, money, lineOf } = useInvoiceWords(zone);
  const { total, paid } = invoice;
  const rest = -overOf(invoice);
  return (
    <Card title={t("lines")}>
      <dl className="grid grid-cols-[1fr_auto] max-[17rem]:grid-cols-1 gap-y-2">
        {invoice.lines.map((line) => (
          <div
            key={`${line.kind} ${line.label} ${JSON.stringify(line.detail)} ${line.amount.amount}`}
            className="contents"
          >
            <dt className="pe-4 text-ink-2">{lineOf(line)}</dt>
            <dd className="tn text-end">{money(line.amount)}</dd>
          </div>
        ))}
        <dt className="border-line border-t pt-2 font-semibold">{t("columns.total")}</dt>
        <dd className="tn border-line border-t pt-2 text-end font-semibold">{money(total)}</dd>
        <dt className="text-ink-2">{t("columns.paid")}</dt>
        <dd className="tn text-end">{money(paid)}</dd>
        <dt className="font-semibold">{t(rest < 0 ? "tooMuch" : "rest")}</dt>
        <dd className="tn text-end font-semibold">{money({ amount: Math.abs(rest), currency: total.currency })}</dd>
      </dl>
    </Card>
  );
}

const STATUS = { paid: "ok", due: "scheduled", late: "bad" } as const;
/** By when how much; nothing on one that is void. */
export function InstalmentsCard({ invoice, zone }: PartProps) {
  const { t, money, day } = useInvoiceWords(zone);
  if (invoice.instalments.length === 0 || invoice.state === "void") return null;
  return (
    <Card title={t("instalments")}>
      <ul className="flex flex-col gap-3">
        {invoice.instalments.map(({ dueAt, amount, paid, state }) => (
          <li key={dueAt.getTime()} className="flex flex-wrap items-center justify-between gap-x-3">
            <StatusLine status={STATUS[state]} className="min-w-[min(100%,8rem)] flex-1">
              {t(`instalment.${state}`, { day: day(dueAt) })}
            </StatusLine>
            <span className="tn ms-auto text-end font-semibold">
              {money(amount)}
              {paid.amount > 0 && paid.amount < amount.amount ? (
                <span className="block font-normal text-ink-2 text-sm">
                  {t("left", { amount: money({ amount: amount.amount - paid.amount, currency: amount.currency }) })}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What came in and what went back. */
export function PaymentsCard({ invoice, zone }: PartProps) {
  const { t, money, day } = useInvoiceWords(zone);
  return (
    <Card title={t("payments")}>
      {invoice.payments.length === 0 ? <p className="text-ink-2">{t("noPayments")}</p> : null}
      <ul className="flex flex-col gap-3">
        {invoice.payments.map(({ id, amount, rounding, source, movedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-3">
            <span className="min-w-[min(100%,8rem)] flex-1">
              {t(`source.${source}`)} <span className="inline-block text-ink-3">· {day(movedAt)}</span>
              {rounding.amount > 0 ? (
                <span className="block text-ink-2 text-sm">{t("ofItCode", { amount: money(rounding) })}</span>
              ) : null}
            </span>
            <span className="tn ms-auto font-semibold">{money(amount)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Its one state, in a word. */
export function InvoiceBadge({ invoice, now }: { invoice: Invoice; now: number }) {
  const { t } = useInvoiceWords();
  const look = lookOf(invoice, now);
  return <Badge status={LOOK_STATUS[look]}>{t(`look.${look}`)}</Badge>;
}
