import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { ReportChart } from "@/components/reports/report-chart";
import { ReportCsv } from "@/components/reports/report-csv";
import { ReportFilter } from "@/components/reports/report-filter";
import { ReportMeta } from "@/components/reports/report-meta";
import { ReportTable } from "@/components/reports/report-table";
import { ReportTabs } from "@/components/reports/report-tabs";
import { PageHeader } from "@/components/shell/headers";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { listBranches } from "@/lib/agencies/queries/branches";
import { ReportName } from "@/lib/reports/contract";
import { mayExportReports } from "@/lib/reports/policy";
import { readReport } from "@/lib/reports/queries";
import { pageCall, read } from "@/server/doors/page";
import { takeOut } from "./actions";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("reports.title");

/** Sales, what is owed and what belongs to savers: a chart with its table, over days and branches. */
export default async function ReportsPage({ params, searchParams }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/reports`;
  const call = await pageCall(slug, "office", home);
  const shape = { name: ReportName.options, from: "day", to: "day", branch: "id" } as const;
  const { name = "sales", from, to, branch: branchId } = readListQuery(await searchParams, shape);
  const days = from && to && from > to ? {} : { from, to };
  const [report, branches, t] = await Promise.all([
    read(readReport(call, { name, ...days, branchId })),
    read(listBranches(call, {})),
    getTranslations("reports"),
  ]);
  const csv = mayExportReports(call.actor) ? <ReportCsv report={report} read={takeOut.bind(null, slug)} /> : null;
  return (
    <Speak namespaces={["reports"]}>
      <PageHeader title={t("title")} meta={<ReportMeta report={report} />} actions={csv} />
      <ReportTabs home={home} report={report} />
      <ReportFilter report={report} branches={call.actor.branchId ? [] : branches.data} />
      <ReportChart report={report} />
      <ReportTable report={report} />
    </Speak>
  );
}
