import { useTranslations } from "next-intl";
import { Pager } from "@/components/groups/pager";
import { nextStep, previousStep } from "@/components/groups/paging";
import type { Act } from "@/components/journey/use-act";
import { PageHeader } from "@/components/shell/headers";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import type { Delivery } from "@/lib/notices/contract";
import { ExportOutbox } from "./export-outbox";
import { OutboxDesk } from "./outbox-desk";
import { OutboxFilter } from "./outbox-filter";
import { type OutboxQuery, outboxHref } from "./outbox-query";

type OutboxPageProps = {
  /** This list's own address. */
  home: string;
  query: OutboxQuery;
  page: { data: readonly Delivery[]; nextCursor: string | null };
  zone: string;
  retry: Act<{ id: string }, void> | null;
  exportAll: Act<Pick<OutboxQuery, "q" | "channel" | "status">, { data: Delivery[] }> | null;
};

/** What was sent to people: an agency's letters in its office, the platform's own in /admin. */
export function OutboxPage({ home, query, page, zone, retry, exportAll }: OutboxPageProps) {
  const t = useTranslations("notices.outbox");
  const { q, channel, status, cursor } = query;
  const isNarrowed = Boolean(q || channel || status || cursor);
  const back = previousStep(query);
  const more = back || page.nextCursor;
  const all = <LinkButton href={home}>{t("showAll")}</LinkButton>;
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={`${t("text")} ${t("kept")}`}
        actions={exportAll ? <ExportOutbox query={{ q, channel, status }} read={exportAll} /> : null}
      />
      <div className="mb-4">
        <OutboxFilter home={home} query={query} />
      </div>
      <OutboxDesk
        deliveries={page.data}
        zone={zone}
        retry={retry}
        footer={
          more ? (
            <Pager
              previous={back && outboxHref(home, query, back)}
              next={page.nextCursor ? outboxHref(home, query, nextStep(query, page.nextCursor)) : null}
            />
          ) : null
        }
        empty={
          isNarrowed ? (
            <EmptyState title={t("noMatch.title")} text={t("noMatch.text")} action={all} />
          ) : (
            <EmptyState title={t("none.title")} text={t("none.text")} />
          )
        }
      />
    </>
  );
}
