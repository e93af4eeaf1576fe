import { getTranslations } from "next-intl/server";
import { bookingActs } from "@/app/a/[agency]/my/(page)/bookings/acts";
import { titled } from "@/app/titled";
import { BookingViews, NewButton } from "@/components/bookings/booking-views";
import { BookingsBoard } from "@/components/bookings/bookings-board";
import { ExportBookings } from "@/components/bookings/export-bookings";
import { readBookingsQuery } from "@/components/bookings/list-query";
import { PageHeader } from "@/components/shell/headers";
import type { RawQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { mayExportBookings, maySell } from "@/lib/bookings/policy";
import { countBookings, listBookings, readBooking } from "@/lib/bookings/queries/bookings";
import { pageCall, read } from "@/server/doors/page";
import { list } from "./actions";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("bookings.title");

/** Every booking in reach, with the one that is open beside the list. */
export default async function BookingsPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office/bookings`;
  const call = await pageCall(agency, "office", home);
  const query = readBookingsQuery(await searchParams);
  const { view = "all", q, sort, cursor, open } = query;
  const [page, counts, booking, t] = await Promise.all([
    read(listBookings(call, { view, q, sort, cursor, limit: 25 })),
    read(countBookings(call, {})),
    open ? read(readBooking(call, { id: open })) : null,
    getTranslations("bookings"),
  ]);
  const where = { branchId: call.actor.branchId };
  const sells = !call.readOnly && maySell(call.actor, where);
  const act = sells ? <NewButton href={`${home}/new`} label={t("new")} /> : null;
  const file = mayExportBookings(call.actor, where) ? (
    <ExportBookings query={{ q, view, sort }} read={list.bind(null, agency)} />
  ) : null;
  const board = { home, query, page, booking, acts: bookingActs(agency), maySell: sells, now: call.now, act };
  return (
    <Speak namespaces={["bookings"]}>
      <PageHeader
        title={t("title")}
        actions={
          <>
            {file}
            {act}
          </>
        }
      />
      <BookingViews home={home} view={view} counts={counts} />
      <BookingsBoard {...board} />
    </Speak>
  );
}
