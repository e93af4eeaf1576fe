import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { BookingViews } from "@/components/bookings/booking-views";
import { WaitingTable } from "@/components/bookings/waiting-table";
import { WAIT_STATES, WaitsFilter } from "@/components/bookings/waits-filter";
import { PageHeader } from "@/components/shell/headers";
import { listFoot } from "@/components/shell/list-foot";
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
  const query = readListQuery(await searchParams, { q: "text", status: WAIT_STATES, sort: ["newest"] });
  const { q, status, sort, cursor } = query;
  const [page, counts, t] = await Promise.all([
    read(listWaits(call, { q, status, sort, cursor, limit: 25 })),
    read(countBookings(call, {})),
    getTranslations("bookings"),
  ]);
  const sells = !call.readOnly && maySell(call.actor, { branchId: call.actor.branchId });
  return (
    <Speak namespaces={["bookings"]}>
      <PageHeader title={t("title")} actions={<ListTools {...{ call, agency, home, query }} />} />
      <BookingViews home={bookings} view="waitlist" counts={counts} />
      <WaitsFilter home={home} query={query} />
      <WaitingTable
        rows={page.data}
        ways={{ bookings, departures }}
        leave={sells ? leaveQueue.bind(null, agency) : null}
        footer={listFoot(home, query, page)}
        empty={
          q || status ? (
            <EmptyState title={t("wait.noneHere")} text={t("wait.noneHereText")} />
          ) : (
            <EmptyState title={t("nobodyWaits")} text={t("wait.none")} />
          )
        }
      />
    </Speak>
  );
}
