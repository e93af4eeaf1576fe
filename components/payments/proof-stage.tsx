"use client";

import { Banknote, FileText, Image as ImageIcon, ImageOff } from "lucide-react";
import { EvidencePicture, ZoomButton } from "@/components/shell/evidence";
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
      <div className={`grid min-h-96 flex-1 place-items-center px-4 pb-4 ${zoomed ? "overflow-auto" : ""}`}>
        {url === null ? (
          <p className="flex items-center gap-2 text-ink-3">
            <ImageOff aria-hidden size={20} />
            {t("desk.noFile")}
          </p>
        ) : url === undefined ? (
          <div aria-hidden className="h-full min-h-80 w-full max-w-md rounded-xl bg-chip" />
        ) : isPdf ? (
          <a href={url} download="proof.pdf" className="btn" data-kind="soft">
            <FileText aria-hidden size={18} />
            {t("desk.openFile")}
          </a>
        ) : (
          <EvidencePicture {...{ url, zoomed }} label={t("desk.pictureOf", { name: proof.invoice.payerName })} />
        )}
      </div>
    </section>
  );
}
