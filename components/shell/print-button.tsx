"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Opens the browser's own print dialog for this page. */
export function PrintButton({ kind = "primary" }: { kind?: "primary" | "secondary" }) {
  const t = useTranslations("shell");
  return (
    <Button
      kind={kind}
      className="print:hidden"
      icon={<Printer aria-hidden size={16} />}
      onClick={() => window.print()}
    >
      {t("print")}
    </Button>
  );
}
