"use client";

import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { saveFrom } from "./files";

type PaperButtonProps = { agency: string; path: string; name: string; label: string; wide?: boolean };

/** A paper of the house as a file, in the reader's language. */
export function PaperButton({ agency, path, name, label, wide }: PaperButtonProps) {
  const errors = useTranslations("errors");
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const failed = await saveFrom(agency, path, name, locale);
    setBusy(false);
    if (failed) toast({ text: errors(failed === "offline" ? "offline" : "internal"), kind: "failed" });
  };
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      className="print:hidden"
      wide={wide}
      busy={busy && label}
      onClick={save}
    >
      {label}
    </Button>
  );
}
