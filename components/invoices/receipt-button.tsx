import { useTranslations } from "next-intl";
import { PaperButton } from "@/components/shell/paper-button";

type ReceiptButtonProps = {
  agency: string;
  invoice: { id: string; number: string };
  /** For whoever hands it to the payer: in which language it is written. */
  asks?: boolean;
};

/** What came in, as a file. */
export function ReceiptButton({ agency, invoice, asks }: ReceiptButtonProps) {
  const t = useTranslations("payments.pay");
  const path = `/api/v1/invoices/${invoice.id}/receipt.pdf`;
  return (
    <PaperButton
      {...{ agency, path }}
      label={t("receipt")}
      name={`${invoice.number}.pdf`}
      asks={asks ? { label: t("receiptIn"), own: t("receiptOwn") } : undefined}
    />
  );
}
