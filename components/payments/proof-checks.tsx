"use client";

import { StatusLine } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { Proof } from "@/lib/payments/contract/proof";
import { CHECK_STATUS, usePaymentWords } from "./words";

type ProofChecksProps = { proof: Proof; home: string };

/** The invoice beside its evidence, and what was checked, written out. */
export function ProofChecks({ proof, home }: ProofChecksProps) {
  const { t, money, percent, day, found } = usePaymentWords();
  const { invoice, amount } = proof;
  const [total, paid] = [invoice.total.amount, invoice.paid.amount];
  const share = (sum: number) => (total > 0 ? Math.min(100, Math.trunc((sum / total) * 100)) : 0);
  const isOpen = proof.state === "submitted" || proof.state === "second_look";
  const withThis = isOpen ? paid + amount.amount : paid;
  return (
    <div className="flex flex-col gap-4">
      <header>
        <p className="flex justify-between gap-3 text-ink-2">
          <Link href={`${home}/invoices/${invoice.id}`} className="hover:text-ink">
            {t("desk.invoice")} <bdi dir="ltr">{invoice.number}</bdi>
          </Link>
          {invoice.dueAt ? <span>{t("due", { day: day(invoice.dueAt) })}</span> : null}
        </p>
        <p className="tn display text-3xl">{money(amount)}</p>
        <p className="text-ink-2">{t("desk.partOf", { title: invoice.title, name: invoice.payerName })}</p>
        <span aria-hidden className="mt-3 flex h-2 overflow-clip rounded-[3px] bg-chip">
          <span className="block h-full bg-d1" style={{ width: `${share(paid)}%` }} />
          <span
            className="block h-full bg-[repeating-linear-gradient(45deg,var(--d1)_0_2px,transparent_2px_4px)]"
            style={{ width: `${share(withThis) - share(paid)}%` }}
          />
        </span>
        {invoice.state === "void" ? (
          <p className="mt-1.5 text-ink-2">{t("desk.over")}</p>
        ) : (
          <p className="mt-1.5 flex justify-between gap-3 text-ink-2 text-sm">
            <span>{t("desk.shares", { paid: percent(share(paid)), withThis: percent(share(withThis)) })}</span>
            <span className="tn">
              {t("left", { amount: money({ amount: Math.max(0, total - paid), currency: amount.currency }) })}
            </span>
          </p>
        )}
      </header>
      <section className="border-line border-t pt-4" hidden={proof.checks.length === 0}>
        <h2 className="mb-1 font-semibold text-md">{t("desk.checked")}</h2>
        <dl>
          {proof.checks.map((check) => (
            <div key={check.name} className="border-line border-t py-2.5 first:border-t-0">
              <dt className="font-semibold">
                <StatusLine status={CHECK_STATUS[check.verdict]} className="text-base!">
                  <span className="text-ink">{t(`check.${check.name}`)}</span>
                </StatusLine>
              </dt>
              <dd className="ms-5.5 text-ink-2">{found(check)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {proof.review ? <p className="text-ink-2">{t("desk.onDesk", { name: proof.review.name })}</p> : null}
      {proof.reason ? <p className="text-ink-2">{t("reasonWas", { reason: proof.reason })}</p> : null}
      {proof.decidedBy ? (
        <p className="text-ink-2">{t(`decided.${proof.state}` as "decided.approved", { name: proof.decidedBy })}</p>
      ) : null}
    </div>
  );
}
