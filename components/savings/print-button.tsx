"use client";

import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

export function PrintButton() {
  const t = useTranslations("savings");
  return (
    <Button icon={<Printer aria-hidden size={16} />} className="print:hidden" onClick={() => window.print()}>
      {t("print")}
    </Button>
  );
}
