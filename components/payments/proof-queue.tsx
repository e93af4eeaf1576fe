"use client";

import { QueueRow } from "@/components/shell/queue-row";
import { useShown } from "@/components/shell/use-shown";
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
        <QueueRow
          key={proof.id}
          name={proof.invoice.payerName}
          amount={money(proof.amount)}
          about={
            <>
              <bdi dir="ltr">{proof.invoice.number}</bdi>&nbsp;· <bdi>{proof.invoice.title}</bdi>
            </>
          }
          isCurrent={proof.id === currentId}
          choose={() => choose(proof.id)}
        >
          <QueueBadge proof={proof} />
          <span className="tn ms-auto text-ink-3 text-sm">{age(proof.createdAt, now)}</span>
        </QueueRow>
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
