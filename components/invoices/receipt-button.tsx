"use client";

import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

/** What came in, as a file in the reader's language. */
export function ReceiptButton({ agency, invoice }: { agency: string; invoice: { id: string; number: string } }) {
  const t = useTranslations("payments");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const headers = { "x-agency": agency, "accept-language": locale };
    const answer = await fetch(`/api/v1/invoices/${invoice.id}/receipt.pdf`, { headers }).catch(() => null);
    setBusy(false);
    if (!answer?.ok) return void toast({ text: errors(answer ? "internal" : "offline"), kind: "failed" });
    const href = URL.createObjectURL(await answer.blob());
    Object.assign(document.createElement("a"), { href, download: `${invoice.number}.pdf` }).click();
    // The download has its own hold on the file by the next turn.
    setTimeout(() => URL.revokeObjectURL(href), 1_000);
  };
  return (
    <Button icon={<Download aria-hidden size={16} />} busy={busy && t("pay.receipt")} onClick={save}>
      {t("pay.receipt")}
    </Button>
  );
}
