import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { BookingViews } from "@/components/bookings/booking-views";
import { WaitingTable } from "@/components/bookings/waiting-table";
import { PageHeader } from "@/components/shell/headers";
import { ListFilter } from "@/components/shell/list-filter";
import { listPages } from "@/components/shell/list-pages";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { EmptyState } from "@/components/ui/states";
import { maySell } from "@/lib/bookings/policy";
import { countBookings, listWaits } from "@/lib/bookings/queries/bookings";
import { pageCall, read } from "@/server/doors/page";
import { leaveQueue } from "../../../my/(page)/bookings/actions";
import { ListTools } from "./list-tools";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("bookings.waitingList");

/** Who waits for seats, over all departures. */
export default async function WaitingPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const office = `/a/${agency}/office`;
  const [bookings, departures] = [`${office}/bookings`, `${office}/departures`];
  const home = `${bookings}/waiting`;
  const call = await pageCall(agency, "office", home);
  const query = readListQuery(await searchParams, { q: "text", status: ["waiting", "offered"] });
  const { q, status, cursor } = query;
  const [page, counts, t] = await Promise.all([
    read(listWaits(call, { q, status, cursor, limit: 25 })),
    read(countBookings(call, {})),
    getTranslations("bookings"),
  ]);
  const sells = !call.readOnly && maySell(call.actor, { branchId: call.actor.branchId });
  const states = (["waiting", "offered"] as const).map((value) => ({ value, label: t(`waitStatus.${value}`) }));
  const choices = [
    { name: "status", label: t("columns.status"), options: [{ value: "", label: t("view.all") }, ...states] },
  ];
  return (
    <Speak namespaces={["bookings"]}>
      <PageHeader title={t("title")} actions={<ListTools {...{ call, agency, home, query }} />} />
      <BookingViews home={bookings} view="waitlist" counts={counts} />
      <ListFilter home={home} query={query} search={t("wait.search")} choices={choices} />
      <WaitingTable
        rows={page.data}
        ways={{ bookings, departures }}
        leave={sells ? leaveQueue.bind(null, agency) : null}
        footer={listPages(home, query, page)}
        empty={<EmptyState title={t("nobodyWaits")} text={t("wait.none")} />}
      />
    </Speak>
  );
}
