import { getTranslations } from "next-intl/server";
import { bookingActs } from "@/app/a/[agency]/my/(page)/bookings/acts";
import { titled } from "@/app/titled";
import { BookingSide } from "@/components/bookings/booking-side";
import { BookingViews } from "@/components/bookings/booking-views";
import { BookingsTable } from "@/components/bookings/bookings-table";
import { readBookingsQuery } from "@/components/bookings/list-query";
import { PageHeader } from "@/components/shell/headers";
import { ListFilter } from "@/components/shell/list-filter";
import { listPages } from "@/components/shell/list-pages";
import { listHref } from "@/components/shell/list-query";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { maySell } from "@/lib/bookings/policy";
import { countBookings, listBookings, readBooking } from "@/lib/bookings/queries/bookings";
import { pageCall, read } from "@/server/doors/page";

type Raw = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ agency: string }>; searchParams: Promise<Raw> };

export const generateMetadata = titled("bookings.title");

/** Every booking in reach, with the one that is open beside the list. */
export default async function BookingsPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/office/bookings`;
  const call = await pageCall(agency, "office", home);
  const query = readBookingsQuery(await searchParams);
  const { view = "all", q, cursor, open } = query;
  const [page, counts, booking, t] = await Promise.all([
    read(listBookings(call, { view, q, cursor, limit: 25 })),
    read(countBookings(call, {})),
    open ? read(readBooking(call, { id: open })) : null,
    getTranslations("bookings"),
  ]);
  const sells = !call.readOnly && maySell(call.actor, { branchId: call.actor.branchId });
  const act = sells ? (
    <LinkButton href={`${home}/new`} kind="primary">
      {t("new")}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={t("title")} actions={act} />
      <BookingViews home={home} view={view} counts={counts} />
      <ListFilter home={home} query={query} search={t("search")} />
      <div className={booking ? "grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_26rem]" : ""}>
        <BookingsTable
          bookings={page.data}
          hrefOf={(id) => listHref(home, query, { open: id })}
          openId={open}
          footer={listPages(home, query, page)}
          empty={<EmptyState title={t("none")} text={t("noneText")} action={act} />}
        />
        {booking ? <BookingSide booking={booking} acts={bookingActs(agency)} maySell={sells} /> : null}
      </div>
    </>
  );
}
