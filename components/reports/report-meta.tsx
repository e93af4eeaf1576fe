import { useLocale, useTranslations } from "next-intl";
import { formatSpan } from "@/lib/i18n/formats";
import type { Report } from "@/lib/reports/contract";

const UTC = { zone: "UTC", now: new Date(0) };

/** What a report says; on paper, where its fields are not, of which days too. */
export function ReportMeta({ report: { name, from, to } }: { report: Report }) {
  const t = useTranslations("reports");
  const span = formatSpan(useLocale(), new Date(from), new Date(to), UTC);
  return (
    <>
      {t(`text.${name}`)}
      <span className="hidden print:block">{span}</span>
    </>
  );
}
