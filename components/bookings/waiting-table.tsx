import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Act } from "@/components/shell/use-act";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import type { WaitingRow } from "@/lib/bookings/contract/waitlist";
import { formatShortDate } from "@/lib/i18n/formats";
import { formatPhone } from "@/lib/i18n/phone";
import { LeaveQueue } from "./leave-queue";
import { WaitBadge } from "./wait-badge";

type WaitingTableProps = {
  rows: readonly WaitingRow[];
  /** Where bookings and departures are listed. */
  ways: { bookings: string; departures: string };
  /** Null for whoever may only look. */
  leave: Act<{ id: string; entryId: string }> | null;
  footer?: ReactNode;
  empty: ReactNode;
};

/** Who waits for which departure, longest first; an offer is booked from here. */
export function WaitingTable({ rows, ways, leave, footer, empty }: WaitingTableProps) {
  const t = useTranslations("bookings");
  const words = useTranslations("packages.public");
  const locale = useLocale();
  const day = (at: Date, zone: string) => formatShortDate(locale, at, { zone });
  const columns: Column<WaitingRow>[] = [
    {
      id: "person",
      header: t("wait.person"),
      cell: ({ personName, phone, seats, packageName, startsAt, timeZone }) => (
        <TwoLines
          first={<bdi>{personName}</bdi>}
          second={
            <>
              {t("wait.seats", { count: seats })}
              {phone ? (
                <>
                  {"\u00a0· "}
                  <a href={`tel:${phone}`} className="text-primary-ink">
                    <bdi dir="ltr">{formatPhone(phone)}</bdi>
                  </a>
                </>
              ) : null}
              <span className="block md:hidden">
                <bdi>{packageName}</bdi>&nbsp;· {day(startsAt, timeZone)}
              </span>
            </>
          }
        />
      ),
    },
    {
      id: "departure",
      header: t("columns.departure"),
      cell: ({ departureId, packageName, startsAt, timeZone, seatsLeft }) => (
        <Link href={`${ways.departures}/${departureId}`} className="flex min-h-10 flex-col">
          <bdi>{packageName}</bdi>
          <span className="text-ink-3">
            {day(startsAt, timeZone)}&nbsp;· {words("left", { count: seatsLeft })}
          </span>
        </Link>
      ),
    },
    {
      id: "since",
      header: t("wait.since"),
      cell: ({ createdAt, timeZone }) => day(createdAt, timeZone),
    },
    {
      id: "state",
      header: t("columns.status"),
      card: "badge",
      cell: (wait) => <WaitBadge wait={wait} />,
    },
    {
      id: "acts",
      header: "",
      card: "below",
      cell: ({ id, departureId, status }) =>
        leave ? (
          <span className="flex flex-wrap items-center justify-end gap-2">
            {status === "offered" ? (
              <LinkButton size="sm" kind="primary" href={`${ways.bookings}/new?departure=${departureId}&offer=${id}`}>
                {t("wait.book")}
              </LinkButton>
            ) : null}
            <LeaveQueue departureId={departureId} entryId={id} leave={leave} isDesk />
          </span>
        ) : null,
    },
  ];
  return <Table label={t("waitingList")} {...{ columns, footer, empty, rows }} rowKey={({ id }) => id} />;
}
