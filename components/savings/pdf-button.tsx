import { useTranslations } from "next-intl";
import { PaperButton } from "@/components/shell/paper-button";

type PdfButtonProps = {
  agency: string;
  planId: string;
  wide?: boolean;
  /** For whoever hands it to the saver: in which language it is written. */
  asks?: boolean;
};

/** The statement as a file. */
export function PdfButton({ agency, planId, wide, asks }: PdfButtonProps) {
  const t = useTranslations("savings");
  return (
    <PaperButton
      {...{ agency, wide }}
      path={`/api/v1/savings/plans/${planId}/statement.pdf`}
      label={t("pdf")}
      name={`statement-${planId}.pdf`}
      asks={asks ? { label: t("pdfIn"), own: t("pdfOwn") } : undefined}
    />
  );
}
