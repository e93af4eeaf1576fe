import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { DeparturesTable } from "@/components/packages/departures-table";
import { PageHeader } from "@/components/shell/headers";
import { ListFilter } from "@/components/shell/list-filter";
import { listPages } from "@/components/shell/list-pages";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { listDepartures } from "@/lib/packages/queries/departures";
import { mayArrange } from "@/lib/travel/policy";
import { pageCall, read } from "@/server/doors/page";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("packages.departures.title");

/** Departures to come, or the past ones, with their seats. */
export default async function DeparturesPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office/departures`;
  const call = await pageCall(agency, "office", home);
  const query = readListQuery(await searchParams, { q: "text", when: ["coming", "past"] });
  const { q, when = "coming", cursor } = query;
  const [page, t] = [
    await read(listDepartures(call, { q, when, cursor, limit: 25 })),
    await getTranslations("packages"),
  ];
  const choices = [
    {
      name: "when",
      label: t("departures.day"),
      options: [
        { value: "", label: t("departures.coming") },
        { value: "past", label: t("departures.past") },
      ],
    },
  ];
  return (
    <>
      <PageHeader
        title={t("departures.title")}
        actions={
          !call.readOnly && mayArrange(call.actor, { branchId: null, groupId: null }) ? (
            <LinkButton href={`${home}/rules`}>{t("departures.rules")}</LinkButton>
          ) : null
        }
      />
      <ListFilter home={home} query={query} search={t("departures.search")} choices={choices} />
      <DeparturesTable
        departures={page.data}
        home={home}
        footer={listPages(home, query, page)}
        empty={<EmptyState title={t("departures.none")} />}
      />
    </>
  );
}
