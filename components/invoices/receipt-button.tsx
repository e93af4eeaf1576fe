"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Choose } from "@/components/shell/choose";
import { PaperButton } from "@/components/shell/paper-button";
import { localeNames, locales } from "@/lib/i18n/locales";

type ReceiptButtonProps = {
  agency: string;
  invoice: { id: string; number: string };
  /** For whoever hands it to somebody else: in which language it is written. */
  asks?: boolean;
};

/** What came in, as a file. */
export function ReceiptButton({ agency, invoice, asks }: ReceiptButtonProps) {
  const t = useTranslations("payments");
  const own = useLocale();
  const [locale, setLocale] = useState<string>(own);
  const path = `/api/v1/invoices/${invoice.id}/receipt.pdf?locale=${locale}`;
  const options = locales.map((value) => ({ value, label: localeNames[value] }));
  return (
    <span className="flex flex-wrap gap-2.5">
      <PaperButton {...{ agency, path }} label={t("pay.receipt")} name={`${invoice.number}.pdf`} />
      {asks ? <Choose label={t("pay.receiptIn")} value={locale} options={options} onValue={setLocale} /> : null}
    </span>
  );
}
