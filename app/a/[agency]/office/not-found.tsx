import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/states";

/** Inside the office the side bar leads elsewhere. What one may not see is not there either. */
export default function OfficeNotFound() {
  const t = useTranslations("shell.missing");
  return <EmptyState title={t("title")} text={t("text")} className="card min-h-80 justify-center" />;
}
