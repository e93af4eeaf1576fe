"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";

type AccountLineProps = { bankName: string | null; accountHolder: string | null; accountNumber: string };

/** Where to transfer: the bank, the number to copy, and whose it is. */
export function AccountLine({ bankName, accountHolder, accountNumber }: AccountLineProps) {
  const t = useTranslations("common");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <span className="flex flex-col">
        <bdi className="text-ink-2">{bankName}</bdi>
        <bdi dir="ltr" className="tn font-semibold text-lg">
          {accountNumber}
        </bdi>
        <bdi className="text-ink-2">{accountHolder}</bdi>
      </span>
      <CopyButton value={accountNumber.replace(/\s/g, "")} label={t("copy")} size="lg" />
    </div>
  );
}
