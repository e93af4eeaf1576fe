import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/headers";
import { ListFilter } from "@/components/shell/list-filter";
import { listFoot } from "@/components/shell/list-foot";
import { isNarrowed } from "@/components/shell/list-query";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import type { AuditEntry } from "@/lib/audit/contract";
import type { AuditQuery } from "./audit-query";
import { AuditTable } from "./audit-table";
import { AREAS } from "./words";

type AuditPageProps = {
  home: string;
  query: AuditQuery;
  page: { data: AuditEntry[]; nextCursor: string | null };
  zone: string;
  across?: boolean;
  actions?: ReactNode;
};

/** The log with search, area, days, paging and export. */
export function AuditPage({ home, query, page, zone, across, actions }: AuditPageProps) {
  const t = useTranslations("agency.audit");
  const areas = [{ value: "", label: t("area.all") }, ...AREAS.map((value) => ({ value, label: t(`area.${value}`) }))];
  const sorts = [
    { value: "", label: t("sort.newest") },
    { value: "oldest", label: t("sort.oldest") },
  ];
  const empty = isNarrowed(query) ? (
    <EmptyState title={t("noMatch")} action={<LinkButton href={home}>{t("showAll")}</LinkButton>} />
  ) : (
    <EmptyState title={t("none")} />
  );
  return (
    <>
      <PageHeader title={t("title")} meta={t("meta")} actions={actions} />
      <ListFilter
        home={home}
        query={query}
        search={t("search")}
        choices={[
          { name: "area", label: t("area.label"), options: areas },
          { name: "sort", label: t("sort.label"), options: sorts },
        ]}
        days={[
          { name: "from", label: t("from") },
          { name: "to", label: t("to") },
        ]}
      />
      <AuditTable
        entries={page.data}
        zone={zone}
        across={across}
        footer={listFoot(home, query, page, { limit: 50 })}
        empty={empty}
      />
    </>
  );
}
