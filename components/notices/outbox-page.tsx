import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/headers";
import { ListFilter } from "@/components/shell/list-filter";
import { listFoot } from "@/components/shell/list-foot";
import { isNarrowed } from "@/components/shell/list-query";
import type { Act } from "@/components/shell/use-act";
import { useSort } from "@/components/shell/use-sort";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import type { Delivery } from "@/lib/notices/contract";
import { ExportOutbox } from "./export-outbox";
import { OutboxDesk } from "./outbox-desk";
import { CHANNELS, type OutboxQuery, STATUSES } from "./outbox-query";

type OutboxPageProps = {
  /** This list's own address. */
  home: string;
  query: OutboxQuery;
  page: { data: readonly Delivery[]; nextCursor: string | null };
  zone: string;
  /** The reader's own views of the list. */
  views?: ReactNode;
  retry: Act<{ id: string }, void> | null;
  exportAll: Act<Pick<OutboxQuery, "q" | "channel" | "status" | "sort">, { data: Delivery[] }> | null;
};

/** What was sent to people: an agency's letters in its office, the platform's own in /admin. */
export function OutboxPage({ home, query, page, zone, views, retry, exportAll }: OutboxPageProps) {
  const t = useTranslations("notices.outbox");
  const { q, channel, status, sort } = query;
  const channels = CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }));
  const statuses = STATUSES.map((value) => ({ value, label: t(`status.${value}`) }));
  const order = useSort("newest", "oldest");
  const all = <LinkButton href={home}>{t("showAll")}</LinkButton>;
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={`${t("text")} ${t("kept")}`}
        actions={
          <>
            {views}
            {exportAll ? <ExportOutbox query={{ q, channel, status, sort }} read={exportAll} /> : null}
          </>
        }
      />
      <ListFilter
        home={home}
        query={query}
        search={t("search")}
        choices={[
          { name: "channel", label: t("anyChannel"), options: [{ value: "", label: t("anyChannel") }, ...channels] },
          { name: "status", label: t("anyStatus"), options: [{ value: "", label: t("anyStatus") }, ...statuses] },
          order,
        ]}
      />
      <OutboxDesk
        deliveries={page.data}
        zone={zone}
        retry={retry}
        footer={listFoot(home, query, page)}
        empty={
          isNarrowed(query) ? (
            <EmptyState title={t("noMatch.title")} text={t("noMatch.text")} action={all} />
          ) : (
            <EmptyState title={t("none.title")} text={t("none.text")} />
          )
        }
      />
    </>
  );
}
