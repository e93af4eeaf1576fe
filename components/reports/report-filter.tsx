import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Report } from "@/lib/reports/contract";

type ReportFilterProps = { report: Report; branches: readonly { id: string; name: string }[] };

/** The days and the branch; works without a script, since it is a form that asks for a page. */
export function ReportFilter({ report, branches }: ReportFilterProps) {
  const t = useTranslations("reports");
  const { name, from, to, branchId } = report;
  return (
    <form method="get" className="mb-4 flex flex-wrap items-center gap-2 print:hidden">
      <input type="hidden" name="name" value={name} />
      <label className="box w-auto flex-wrap">
        <span className="text-ink-3">{t("from")}</span>
        <input type="date" name="from" defaultValue={from} />
      </label>
      <label className="box w-auto flex-wrap">
        <span className="text-ink-3">{t("to")}</span>
        <input type="date" name="to" defaultValue={to} />
      </label>
      {branches.length > 1 ? (
        <label className="box w-auto">
          <span className="sr-only">{t("branch")}</span>
          <select name="branch" defaultValue={branchId ?? ""}>
            <option value="">{t("allBranches")}</option>
            {branches.map((branch) => (
              <option key={branch.id} value={branch.id}>
                {branch.name}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden size={16} className="pointer-events-none flex-none text-ink-3" />
        </label>
      ) : null}
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
