import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { ListFilter } from "@/components/shell/list-filter";
import { listPages } from "@/components/shell/list-pages";
import { listHref, type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { ItemCounts } from "@/components/travel/item-counts";
import { ReadinessTable } from "@/components/travel/readiness-table";
import { ReadyHead } from "@/components/travel/ready-head";
import { ViewTabs } from "@/components/travel/view-tabs";
import { EmptyState } from "@/components/ui/states";
import { readDeparture } from "@/lib/packages/queries/departures";
import { Item } from "@/lib/travel/contract/readiness";
import { listReadiness } from "@/lib/travel/queries/readiness";
import { pageCall, read } from "@/server/doors/page";
import { markFor } from "../../mark";
import { waiveFor } from "../../rule-acts";
import { TripFrame } from "../../trip-frame";

type Props = { params: Promise<{ agency: string; id: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("travel.ready.title");

const SHAPE = { q: "text", item: Item.options, view: ["blocking", "late", "ready"] } as const;

/** Who is ready, and what the others lack. */
export default async function ReadinessPage({ params, searchParams }: Props) {
  const { agency: slug, id } = await params;
  const departures = `/a/${slug}/office/departures`;
  const home = `${departures}/${id}/readiness`;
  const call = await pageCall(slug, "office", home);
  const query = readListQuery(await searchParams, SHAPE);
  const { q, item, view, cursor } = query;
  const [departure, board, t] = await Promise.all([
    read(readDeparture(call, { id })),
    read(listReadiness(call, { id, q, item, view, cursor, limit: 50 })),
    getTranslations("travel.ready"),
  ]);
  const changes = board.mayMark && !call.readOnly;
  return (
    <Speak namespaces={["travel"]}>
      <TripFrame {...{ call, departure, departures }} tab="readiness" />
      <ReadyHead board={board} rules={changes ? `${home}/rules` : null} />
      <ItemCounts
        {...{ item, counts: board.counts }}
        hrefOf={(one) => listHref(home, query, { item: one === item ? undefined : one })}
      />
      <ViewTabs home={home} query={query} />
      <ListFilter home={home} query={query} search={t("search")} />
      <ReadinessTable
        {...{ item, rows: board.data }}
        mark={changes ? markFor.bind(null, slug, id) : null}
        waive={board.mayWaive && changes ? waiveFor.bind(null, slug, id) : null}
        bookings={`/a/${slug}/office/bookings`}
        footer={listPages(home, query, board)}
        empty={<EmptyState title={t("none")} text={t("noneText")} />}
      />
    </Speak>
  );
}
