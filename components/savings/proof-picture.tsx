"use client";

import { FileText, ImageOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { EvidencePicture, ZoomButton } from "@/components/shell/evidence";
import { useLinkedFile } from "@/components/shell/use-linked-file";

type ProofPictureProps = {
  agency: string;
  proof: { id: string; type: string } | null;
  personName: string;
  zoomed: boolean;
  onZoom: () => void;
};

/** The evidence, in the middle of the desk. */
export function ProofPicture({ agency, proof, personName, zoomed, onZoom }: ProofPictureProps) {
  const t = useTranslations("savings.desk");
  const url = useLinkedFile(agency, proof && `/api/v1/savings/proofs/${proof.id}`);
  const isPdf = proof?.type === "application/pdf";
  return (
    <div className="flex min-h-96 min-w-0 flex-col bg-sunken">
      {url && !isPdf ? (
        <div className="flex justify-end px-4 pt-2.5">
          <ZoomButton {...{ zoomed, onZoom }} />
        </div>
      ) : null}
      <div className={`grid min-h-96 flex-1 place-items-center p-4 ${zoomed ? "overflow-auto" : ""}`}>
        {!proof || url === null ? (
          <p className="flex items-center gap-2 text-ink-3">
            <ImageOff aria-hidden size={20} />
            {t("noProof")}
          </p>
        ) : url === undefined ? (
          <div aria-hidden className="h-full min-h-80 w-full max-w-md rounded-xl bg-chip" />
        ) : isPdf ? (
          <a href={url} download="proof.pdf" className="btn" data-kind="soft">
            <FileText aria-hidden size={18} />
            {t("open")}
          </a>
        ) : (
          <EvidencePicture {...{ url, zoomed }} label={t("picture", { name: personName })} />
        )}
      </div>
    </div>
  );
}
