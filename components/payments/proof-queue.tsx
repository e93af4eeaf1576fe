"use client";

import { useShown } from "@/components/shell/use-shown";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/states";
import type { Proof } from "@/lib/payments/contract/proof";
import { CHECK_STATUS, PROOF_STATUS, usePaymentWords, worstOf } from "./words";

type ProofQueueProps = {
  proofs: readonly Proof[];
  /** Why nothing may stand here. */
  shows: Shows;
  currentId: string | null;
  now: Date;
  choose: (id: string) => void;
};
/** One queue whole, or what a search finds in it. */
export type Shows = "to_check" | "second_look" | "done" | "search";

/** Who says they paid what, and what the machine makes of it. */
export function ProofQueue({ proofs, shows, currentId, now, choose }: ProofQueueProps) {
  const { t, money, age } = usePaymentWords();
  const list = useShown(currentId);
  if (proofs.length === 0)
    return <EmptyState title={t(`desk.empty.${shows}.title`)} text={t(`desk.empty.${shows}.text`)} />;
  return (
    <ul ref={list}>
      {proofs.map((proof) => (
        <li key={proof.id}>
          <button
            type="button"
            aria-current={proof.id === currentId ? "true" : undefined}
            onClick={() => choose(proof.id)}
            className="flex w-full items-start gap-3 border-transparent border-line border-s-3 border-b px-3.5 py-3 text-start hover:bg-primary-soft aria-[current]:border-s-primary aria-[current]:bg-primary-soft"
          >
            <Avatar name={proof.invoice.payerName} size={36} />
            <span className="flex min-w-0 flex-1 flex-col gap-1">
              <span className="flex flex-wrap items-baseline justify-between gap-x-2">
                <bdi className="font-semibold">{proof.invoice.payerName}</bdi>
                <span className="tn font-semibold">{money(proof.amount, proof.invoice.currency)}</span>
              </span>
              <span className="text-ink-3 text-sm">
                <bdi dir="ltr">{proof.invoice.number}</bdi> · <bdi>{proof.invoice.title}</bdi>
              </span>
              <span className="flex flex-wrap items-center justify-between gap-2">
                <QueueBadge proof={proof} />
                <span className="tn ms-auto text-ink-3 text-sm">{age(proof.createdAt, now)}</span>
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function QueueBadge({ proof }: { proof: Proof }) {
  const { t } = usePaymentWords();
  const worst = worstOf(proof);
  if (worst) return <Badge status={CHECK_STATUS[worst.verdict]}>{t(`short.${worst.code}` as "short.same_file")}</Badge>;
  if (proof.state === "submitted" && proof.checks.length > 0) return <Badge status="ok">{t("short.all_ok")}</Badge>;
  return <Badge status={PROOF_STATUS[proof.state]}>{t(`state.${proof.state}`)}</Badge>;
}
