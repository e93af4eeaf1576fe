"use client";

import { Card, Row } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { OddNotice } from "@/lib/payments/contract/gateway";
import { usePaymentWords } from "./words";

const WORDS = { unknown_invoice: "unknown", already_paid: "paidTwice", taken_back: "takenBack" } as const;

/** What a gateway said and our books do not know. Nothing is drawn where all is well. */
export function OddNotices({ home, notices }: { home: string; notices: readonly OddNotice[] }) {
  const { t, money, day } = usePaymentWords();
  if (notices.length === 0) return null;
  return (
    <Card flush className="mb-5" title={t("odd.title")}>
      <p className="px-(--pad-card) pb-4 text-ink-2">{t("odd.text")}</p>
      {notices.map(({ id, invoice, orderRef, outcome, amount, currency, createdAt }) => (
        <Row key={id} end={<span className="font-semibold">{money(amount, currency)}</span>}>
          <p className="font-semibold">
            {invoice ? (
              <Link href={`${home}/invoices/${invoice.id}`} className="hover:underline">
                <bdi dir="ltr">{invoice.number}</bdi> · <bdi>{invoice.payerName}</bdi>
              </Link>
            ) : (
              <bdi dir="ltr">{orderRef}</bdi>
            )}
          </p>
          <p className="text-ink-2 text-sm">
            {t(`odd.${WORDS[outcome]}`)} · {day(createdAt)}
          </p>
        </Row>
      ))}
    </Card>
  );
}
