import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ListFilter } from "@/components/shell/list-filter";
import { listFoot } from "@/components/shell/list-foot";
import { listHref } from "@/components/shell/list-query";
import { EmptyState } from "@/components/ui/states";
import type { Booking, BookingRow, KnownPayer } from "@/lib/bookings/contract/booking";
import { formatShortDate } from "@/lib/i18n/formats";
import type { DialCountry } from "@/lib/i18n/phone";
import type { BookingActs } from "./acts";
import { BookingSide } from "./booking-side";
import { BookingsTable } from "./bookings-table";
import { type BookingsQuery, waysAround } from "./list-query";

type BookingsBoardProps = {
  home: string;
  query: BookingsQuery;
  /** What the list comes to, for whoever may see it. */
  sums: ReactNode;
  page: { data: BookingRow[]; nextCursor: string | null };
  booking: Booking | null;
  /** Where its payments are written down, for whoever may. */
  payHref: string | null;
  /** Whose the open one may be, while it is nobody's who has a login. */
  knownPayers: readonly KnownPayer[];
  acts: BookingActs;
  country: DialCountry;
  maySell: boolean;
  now: Date;
  /** What one can do where nothing is. */
  act: ReactNode;
};

/** The list with the booking that is open beside it; on a narrow screen one or the other. */
export function BookingsBoard({ home, query, page, sums, booking, act, ...desk }: BookingsBoardProps) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const { acts, maySell, now } = desk;
  const { cursor, trail, open, departure } = query;
  const [first] = page.data;
  const its = first
    ? `${first.packageName}\u00a0· ${formatShortDate(locale, first.startsAt, { zone: first.timeZone })}`
    : t("columns.departure");
  // Narrowed to one departure the list says so, and can be widened again.
  const only = {
    name: "departure",
    label: t("columns.departure"),
    options: [
      { value: "", label: t("anyDeparture") },
      { value: departure ?? "", label: its },
    ],
  };
  const orders = (["payer", "departure"] as const).map((value) => ({ value, label: t(`sort.${value}`) }));
  // The open booking makes no new list: the page stays where it is.
  const hrefOf = (id: string | undefined) => listHref(home, query, { open: id, cursor, trail });
  return (
    <div className={booking ? "grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_27rem]" : ""}>
      <div className={booking ? "min-w-0 max-xl:hidden" : ""}>
        <ListFilter
          home={home}
          query={query}
          search={t("search")}
          choices={[
            ...(departure ? [only] : []),
            { name: "sort", label: t("sort.label"), options: [{ value: "", label: t("sort.newest") }, ...orders] },
          ]}
        />
        <BookingsTable
          bookings={page.data}
          hrefs={Object.fromEntries(page.data.map(({ id }) => [id, hrefOf(id)]))}
          bulk={maySell ? acts : null}
          {...{ openId: open, now: now.getTime() }}
          footer={listFoot(home, query, page, { sums })}
          empty={<EmptyState title={t("none")} text={t("noneText")} action={act} />}
        />
      </div>
      {booking ? <BookingSide {...{ booking, ...desk }} ways={waysAround(page.data, open, hrefOf)} /> : null}
    </div>
  );
}
