import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/states";

/** The side bar leads elsewhere; who may not see the platform finds nothing here. */
export default function AdminNotFound() {
  const t = useTranslations("shell.missing");
  return <EmptyState title={t("title")} text={t("text")} className="card min-h-80 justify-center" />;
}
