import { getTranslations } from "next-intl/server";
import { bookingActs } from "@/app/a/[agency]/my/(page)/bookings/acts";
import { titled } from "@/app/titled";
import { BookingViews, NewButton } from "@/components/bookings/booking-views";
import { BookingsBoard } from "@/components/bookings/bookings-board";
import { readBookingsQuery } from "@/components/bookings/list-query";
import { PageHeader } from "@/components/shell/headers";
import type { RawQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { readAgencyCard } from "@/lib/agencies/queries/agency";
import { maySell } from "@/lib/bookings/policy";
import { countBookings, listBookings, listKnownPayers, readBooking } from "@/lib/bookings/queries/bookings";
import { asDialCountry } from "@/lib/i18n/phone";
import { pageCall, read } from "@/server/doors/page";
import { payWay } from "../pay-way";
import { ListTools } from "./list-tools";
import { sumsBelow } from "./sums";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("bookings.title");

/** Every booking in reach, with the one that is open beside the list. */
export default async function BookingsPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office/bookings`;
  const call = await pageCall(agency, "office", home);
  const query = readBookingsQuery(await searchParams);
  const { view = "all", q, sort, departure: departureId, cursor, open } = query;
  const [page, counts, booking, payHref, card, t] = await Promise.all([
    read(listBookings(call, { view, q, sort, departureId, cursor, limit: 25 })),
    read(countBookings(call, {})),
    open ? read(readBooking(call, { id: open })) : null,
    open ? payWay(call, agency, open) : null,
    readAgencyCard(call, {}),
    getTranslations("bookings"),
  ]);
  const isStrangers = !call.readOnly && booking?.mayChange && booking.payer.userId === null;
  const { data: knownPayers } = isStrangers ? await read(listKnownPayers(call, { id: booking.id })) : { data: [] };
  const sums = sumsBelow({ call, query: { view, q, departureId } });
  const sells = !call.readOnly && maySell(call.actor, { branchId: call.actor.branchId });
  const act = sells ? <NewButton href={`${home}/new`} label={t("new")} /> : null;
  const desk = { acts: bookingActs(agency), maySell: sells, country: asDialCountry(card.country), now: call.now };
  return (
    <Speak namespaces={["bookings"]}>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <ListTools {...{ call, agency, home, query }} />
            {act}
          </>
        }
      />
      <BookingViews home={home} view={view} counts={counts} />
      <BookingsBoard {...{ home, query, page, sums, booking, payHref, knownPayers, act, ...desk }} />
    </Speak>
  );
}
