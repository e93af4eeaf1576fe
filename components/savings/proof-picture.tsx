"use client";

import { FileText, ImageOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLinkedFile } from "@/components/shell/use-linked-file";

type ProofPictureProps = { agency: string; proof: { id: string; type: string } | null; personName: string };

/** The evidence, in the middle of the desk. */
export function ProofPicture(props: ProofPictureProps) {
  return (
    <div className="grid min-h-96 min-w-0 place-items-center bg-sunken p-4">
      <Picture {...props} />
    </div>
  );
}

function Picture({ agency, proof, personName }: ProofPictureProps) {
  const t = useTranslations("savings.desk");
  const url = useLinkedFile(agency, proof && `/api/v1/savings/proofs/${proof.id}`);
  if (!proof || url === null) {
    return (
      <p className="flex items-center gap-2 text-ink-3">
        <ImageOff aria-hidden size={20} />
        {t("noProof")}
      </p>
    );
  }
  if (!url) return <div aria-hidden className="h-full min-h-80 w-full max-w-md rounded-xl bg-chip" />;
  if (proof.type === "application/pdf") {
    return (
      <a href={url} download="proof.pdf" className="btn" data-kind="soft">
        <FileText aria-hidden size={18} />
        {t("open")}
      </a>
    );
  }
  return (
    <span
      role="img"
      aria-label={t("picture", { name: personName })}
      className="block h-full min-h-80 w-full max-w-xl rounded-lg bg-contain bg-center bg-no-repeat"
      style={{ backgroundImage: `url("${url}")` }}
    />
  );
}
