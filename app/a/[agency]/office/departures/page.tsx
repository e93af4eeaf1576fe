import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { DeparturesFilter, NoDepartures } from "@/components/packages/departures-filter";
import { DeparturesTable } from "@/components/packages/departures-table";
import { PageHeader } from "@/components/shell/headers";
import { listFoot } from "@/components/shell/list-foot";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { DepartureStatus } from "@/lib/packages/contract/departure";
import { listDepartures } from "@/lib/packages/queries/departures";
import { pageCall, read } from "@/server/doors/page";
import { ListTools } from "./list-tools";

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
  const page = await read(listDepartures(call, { ...narrowing, cursor, limit: 25 }));
  const t = await getTranslations("packages");
  return (
    <>
      <PageHeader
        title={t("departures.title")}
        actions={
          <Speak namespaces={["packages"]}>
            <ListTools {...{ call, agency, home, query, narrowing, packages }} />
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
