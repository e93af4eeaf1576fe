"use client";

import { FileText, ImageOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLinkedFile } from "@/components/shell/use-linked-file";

type ProofPictureProps = { agency: string; proof: { id: string; type: string } | null; personName: string };

/** The evidence beside the figures. */
export function ProofPicture({ agency, proof, personName }: ProofPictureProps) {
  const t = useTranslations("savings.desk");
  const url = useLinkedFile(agency, proof && `/api/v1/savings/proofs/${proof.id}`);
  if (!proof || url === null) {
    return (
      <p className="grid min-h-60 place-items-center rounded-lg bg-chip text-ink-3">
        <span className="flex items-center gap-2">
          <ImageOff aria-hidden size={20} />
          {t("noProof")}
        </span>
      </p>
    );
  }
  if (!url) return <div aria-hidden className="min-h-60 rounded-lg bg-chip" />;
  if (proof.type === "application/pdf") {
    return (
      <a href={url} download="proof.pdf" className="btn" data-kind="soft" data-wide="">
        <FileText aria-hidden size={18} />
        {t("open")}
      </a>
    );
  }
  return (
    <span
      role="img"
      aria-label={t("picture", { name: personName })}
      className="block min-h-80 rounded-lg bg-chip bg-contain bg-center bg-no-repeat"
      style={{ backgroundImage: `url("${url}")` }}
    />
  );
}
