import { useTranslations } from "next-intl";
import { PaperButton } from "@/components/shell/paper-button";

/** What came in, as a file. */
export function ReceiptButton({ agency, invoice }: { agency: string; invoice: { id: string; number: string } }) {
  const path = `/api/v1/invoices/${invoice.id}/receipt.pdf`;
  return (
    <PaperButton
      {...{ agency, path }}
      label={useTranslations("payments")("pay.receipt")}
      name={`${invoice.number}.pdf`}
    />
  );
}
