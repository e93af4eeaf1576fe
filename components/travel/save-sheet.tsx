"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { saveFrom } from "@/components/shell/files";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

type SaveSheetProps = {
  slug: string;
  /** Of the API, with a question mark at its end or an `&`. */
  path: string;
  name: string;
  size?: "sm" | "md";
};

/** A list as CSV or as a workbook. */
export function SaveSheet({ slug, path, name, size = "md" }: SaveSheetProps) {
  const t = useTranslations("travel.manifest");
  const save = (format: "csv" | "xlsx") =>
    saveFrom(slug, `${path}format=${format}`, `${name}.${format}`).then(
      (failed) => failed && toast({ text: t("notSaved"), kind: "failed" }),
    );
  return (["csv", "xlsx"] as const).map((format) => (
    <Button key={format} size={size} icon={<Download aria-hidden size={16} />} onClick={() => void save(format)}>
      {t(format)}
    </Button>
  ));
}
