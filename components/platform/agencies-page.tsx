import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/headers";
import { ListFilter } from "@/components/shell/list-filter";
import { listFoot } from "@/components/shell/list-foot";
import { isNarrowed, type RawQuery, readListQuery } from "@/components/shell/list-query";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import type { AgencyRow } from "@/lib/agencies/contract/platform";
import { AgenciesTable } from "./agencies-table";

const STATUSES = ["pending", "trial", "active", "suspended", "expired", "rejected"] as const;
const SORTS = ["newest", "oldest", "name", "trial"] as const;

export const readAgenciesQuery = (raw: RawQuery) => readListQuery(raw, { q: "text", status: STATUSES, sort: SORTS });

type AgenciesPageProps = {
  home: string;
  title: string;
  query: ReturnType<typeof readAgenciesQuery>;
  page: { data: AgencyRow[]; nextCursor: string | null };
  /** It is about the agencies on trial: no status is chosen here. */
  fixed?: boolean;
  actions?: ReactNode;
};

/** Agencies with search, status, order, paging and export. */
export function AgenciesPage({ home, title, query, page, fixed, actions }: AgenciesPageProps) {
  const t = useTranslations("platform.agencies");
  const status = useTranslations("platform.status");
  const choices = [
    {
      name: "status",
      label: t("columns.status"),
      options: [{ value: "", label: t("all") }, ...STATUSES.map((value) => ({ value, label: status(value) }))],
    },
    {
      name: "sort",
      label: t("sort.label"),
      options: [
        { value: "", label: t("sort.newest") },
        ...SORTS.slice(1).map((value) => ({ value, label: t(`sort.${value}`) })),
      ],
    },
  ];
  const empty = isNarrowed(query) ? (
    <EmptyState title={t("noMatch")} action={<LinkButton href={home}>{t("showAll")}</LinkButton>} />
  ) : (
    <EmptyState title={t(fixed ? "noTrial" : "none")} />
  );
  return (
    <>
      <PageHeader title={title} actions={actions} />
      <ListFilter home={home} query={query} search={t("search")} choices={fixed ? [] : choices} />
      <AgenciesTable agencies={page.data} footer={listFoot(home, query, page)} empty={empty} />
    </>
  );
}
