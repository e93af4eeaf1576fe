import { useTranslations } from "next-intl";
import { listHref } from "@/components/shell/list-query";
import { Link } from "@/components/ui/link";
import { type Report, ReportName } from "@/lib/reports/contract";

/** The reports there are; days and branch go along. */
export function ReportTabs({ home, report: { name, from, to, branchId } }: { home: string; report: Report }) {
  const t = useTranslations("reports");
  return (
    <nav aria-label={t("title")} className="mb-4 flex gap-5 overflow-x-auto border-line border-b print:hidden">
      {ReportName.options.map((one) => (
        <Link
          key={one}
          href={listHref(home, {}, { name: one, from, to, branch: branchId ?? undefined })}
          aria-current={one === name ? "page" : undefined}
          className="flex min-h-10 items-center whitespace-nowrap border-transparent border-b-2 text-ink-2 aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(`name.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
