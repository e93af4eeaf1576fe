"use client";

import { Banknote, FileText, Image as ImageIcon } from "lucide-react";
import { EvidenceFile, ZoomButton } from "@/components/shell/evidence";
import { useLinkedFile } from "@/components/shell/use-linked-file";
import type { Proof } from "@/lib/payments/contract/proof";
import { usePaymentWords } from "./words";

type ProofStageProps = { agency: string; proof: Proof; zoomed: boolean; onZoom: () => void };

/** The evidence itself, in the middle of the desk. */
export function ProofStage(props: ProofStageProps) {
  return props.proof.type === "cash" ? <CashStage proof={props.proof} /> : <FileStage {...props} />;
}

/** Money taken by hand has no picture: who took it is what there is. */
function CashStage({ proof }: Pick<ProofStageProps, "proof">) {
  const { t, day } = usePaymentWords();
  return (
    <section aria-label={t("desk.evidence")} className="grid min-h-96 min-w-0 place-items-center bg-sunken p-4">
      <p className="flex flex-col items-center gap-2 text-center text-ink-2">
        <Banknote aria-hidden size={32} />
        {t("cash.taken", { name: proof.sentBy, day: day(proof.createdAt) })}
      </p>
    </section>
  );
}

function FileStage({ agency, proof, zoomed, onZoom }: ProofStageProps) {
  const { t, day } = usePaymentWords();
  const url = useLinkedFile(agency, `/api/v1/proofs/${proof.id}/link`);
  const isPdf = proof.type === "application/pdf";
  return (
    <section aria-label={t("desk.evidence")} className="flex min-w-0 flex-col bg-sunken">
      <header className="flex items-center justify-between gap-3 px-4 py-2.5 text-ink-2">
        <span className="flex min-w-0 items-center gap-2">
          {isPdf ? <FileText aria-hidden size={16} /> : <ImageIcon aria-hidden size={16} />}
          <span className="min-w-0">{t("desk.sentBy", { name: proof.sentBy, day: day(proof.createdAt) })}</span>
        </span>
        {url && !isPdf ? <ZoomButton {...{ zoomed, onZoom }} /> : null}
      </header>
      <EvidenceFile
        url={url}
        isPdf={isPdf}
        zoomed={zoomed}
        words={{
          none: t("desk.noFile"),
          open: t("desk.openFile"),
          picture: t("desk.pictureOf", { name: proof.invoice.payerName }),
        }}
      />
    </section>
  );
}
