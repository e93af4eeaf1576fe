"use client";

import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

/** The statement as a file, in the reader's language. */
export function PdfButton({ agency, planId, wide }: { agency: string; planId: string; wide?: boolean }) {
  const t = useTranslations("savings");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const headers = { "x-agency": agency, "accept-language": locale };
    const answer = await fetch(`/api/v1/savings/plans/${planId}/statement.pdf`, { headers }).catch(() => null);
    setBusy(false);
    if (!answer?.ok) return void toast({ text: errors(answer ? "internal" : "offline"), kind: "failed" });
    const href = URL.createObjectURL(await answer.blob());
    Object.assign(document.createElement("a"), { href, download: `statement-${planId}.pdf` }).click();
    // The download has its own hold on the file by the next turn.
    setTimeout(() => URL.revokeObjectURL(href), 1_000);
  };
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      className="print:hidden"
      wide={wide}
      busy={busy && t("pdf")}
      onClick={save}
    >
      {t("pdf")}
    </Button>
  );
}
