import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { DeparturesFilter, NoDepartures } from "@/components/packages/departures-filter";
import { DeparturesTable } from "@/components/packages/departures-table";
import { ExportDepartures } from "@/components/packages/export-departures";
import { PageHeader } from "@/components/shell/headers";
import { listPages } from "@/components/shell/list-pages";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { LinkButton } from "@/components/ui/link-button";
import { DepartureStatus } from "@/lib/packages/contract/departure";
import { mayExportPackages } from "@/lib/packages/policy";
import { listDepartures } from "@/lib/packages/queries/departures";
import { mayArrange } from "@/lib/travel/policy";
import { pageCall, read } from "@/server/doors/page";
import { KeptViews } from "../kept-views";
import { exportAll } from "./actions";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("packages.departures.title");

/** Departures to come, or the past ones, with their seats. */
export default async function DeparturesPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office/departures`;
  const call = await pageCall(agency, "office", home);
  const shape = { q: "text", when: ["coming", "past"], status: DepartureStatus.options, sort: ["package"] } as const;
  const query = readListQuery(await searchParams, shape);
  const { q, when = "coming", status, sort, cursor } = query;
  const narrowing = { q, when, status, sort };
  const page = await read(listDepartures(call, { ...narrowing, cursor, limit: 25 }));
  const t = await getTranslations("packages");
  const file = <ExportDepartures query={narrowing} read={exportAll.bind(null, agency)} />;
  return (
    <>
      <PageHeader
        title={t("departures.title")}
        actions={
          <Speak namespaces={["packages"]}>
            <KeptViews {...{ call, agency, home, query }} place="departures" />
            {mayExportPackages(call.actor) ? file : null}
            {!call.readOnly && mayArrange(call.actor, { branchId: null, groupId: null }) ? (
              <LinkButton href={`${home}/rules`}>{t("departures.rules")}</LinkButton>
            ) : null}
          </Speak>
        }
      />
      <DeparturesFilter home={home} query={query} />
      <DeparturesTable
        departures={page.data}
        home={home}
        footer={listPages(home, query, page)}
        empty={<NoDepartures {...{ home, query }} packages={`/a/${agency}/office/packages`} />}
      />
    </>
  );
}
