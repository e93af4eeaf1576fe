import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { DeparturesFilter, NoDepartures } from "@/components/packages/departures-filter";
import { DeparturesTable } from "@/components/packages/departures-table";
import { ExportDepartures } from "@/components/packages/export-departures";
import { NewDeparture } from "@/components/packages/new-departure";
import { PageHeader } from "@/components/shell/headers";
import { listFoot } from "@/components/shell/list-foot";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { LinkButton } from "@/components/ui/link-button";
import { DepartureStatus } from "@/lib/packages/contract/departure";
import { mayExportPackages } from "@/lib/packages/policy";
import { listDepartures } from "@/lib/packages/queries/departures";
import { listPackages } from "@/lib/packages/queries/packages";
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
  const packages = `/a/${agency}/office/packages`;
  const [page, sold, t] = await Promise.all([
    read(listDepartures(call, { ...narrowing, cursor, limit: 25 })),
    call.readOnly ? null : read(listPackages(call, { limit: 100 })),
    getTranslations("packages"),
  ]);
  const own = (sold?.data ?? []).filter(({ mayChange }) => mayChange).map(({ id, name }) => ({ id, name }));
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
            {own.length > 0 ? <NewDeparture home={packages} packages={own} /> : null}
          </Speak>
        }
      />
      <DeparturesFilter home={home} query={query} />
      <DeparturesTable
        departures={page.data}
        home={home}
        footer={listFoot(home, query, page)}
        empty={<NoDepartures {...{ home, query }} packages={packages} />}
      />
    </>
  );
}
