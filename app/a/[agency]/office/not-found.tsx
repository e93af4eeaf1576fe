"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { WaysBack } from "@/components/shell/missing";
import { EmptyState } from "@/components/ui/states";

/** What one may not see is not there either. */
export default function OfficeNotFound() {
  const t = useTranslations("shell.missing");
  const back = <WaysBack path={usePathname()} />;
  return <EmptyState title={t("title")} text={t("text")} action={back} className="card min-h-80 justify-center" />;
}
