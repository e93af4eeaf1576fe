"use client";

import { useTranslations } from "next-intl";
import { EvidenceFile, ZoomButton } from "@/components/shell/evidence";
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
      <EvidenceFile
        url={proof ? url : null}
        isPdf={isPdf}
        zoomed={zoomed}
        words={{ none: t("noProof"), open: t("open"), picture: t("picture", { name: personName }) }}
      />
    </div>
  );
}
