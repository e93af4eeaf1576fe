import { useTranslations } from "next-intl";
import { PaperButton } from "@/components/shell/paper-button";

/** The statement as a file. */
export function PdfButton({ agency, planId, wide }: { agency: string; planId: string; wide?: boolean }) {
  const path = `/api/v1/savings/plans/${planId}/statement.pdf`;
  const label = useTranslations("savings")("pdf");
  return <PaperButton {...{ agency, path, label, wide }} name={`statement-${planId}.pdf`} />;
}
