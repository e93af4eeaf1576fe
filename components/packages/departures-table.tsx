import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Status } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Moon } from "@/components/ui/moon";
import { SeatMeter } from "@/components/ui/seat-meter";
import { useSums } from "@/components/ui/sums";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import { formatHijri, formatShortDate } from "@/lib/i18n/formats";
import { hijriDay } from "@/lib/i18n/hijri";
import type { Departure, DepartureStatus } from "@/lib/packages/contract/departure";

const SIGNS: Record<DepartureStatus, Status> = {
  draft: "notYet",
  open: "scheduled",
  full: "ok",
  closed: "waiting",
  departed: "now",
  completed: "ok",
  cancelled: "cancelled",
};
export function DepartureBadge({ status }: { status: DepartureStatus }) {
  const t = useTranslations("packages.status");
  return <Badge status={SIGNS[status]}>{t(status)}</Badge>;
}

type DeparturesTableProps = {
  departures: readonly Departure[];
  home: string;
  /** All of one package, which the page is named after: the day comes first. */
  isOnePackage?: boolean;
  footer?: ReactNode;
  empty: ReactNode;
};

/** Departures with their seats; below 52rem as cards. */
export function DeparturesTable({ departures, home, isOnePackage, footer, empty }: DeparturesTableProps) {
  const t = useTranslations("packages");
  const locale = useLocale();
  const sums = useSums(departures);
  const day = ({ startsAt, timeZone: zone, city }: Departure) => (
    <span className="flex items-center gap-2.5">
      <Moon day={hijriDay(startsAt, zone).day} size={18} />
      <span className="flex flex-col">
        <span className="whitespace-nowrap font-semibold">
          {formatShortDate(locale, startsAt, { zone, year: true })}
        </span>
        <span className="font-normal text-ink-3">
          {formatHijri(locale, startsAt, { zone })}
          {isOnePackage ? (
            <>
              {"\u00a0· "}
              <bdi>{city}</bdi>
            </>
          ) : null}
        </span>
      </span>
    </span>
  );
  const linked = (departure: Departure, children: ReactNode) => (
    <Link href={`${home}/${departure.id}`} className="block min-h-10">
      {children}
    </Link>
  );
  const named = (departure: Departure) =>
    linked(departure, <TwoLines first={<bdi>{departure.packageName}</bdi>} second={<bdi>{departure.city}</bdi>} />);
  const firstColumns: Column<Departure>[] = isOnePackage
    ? [{ id: "day", header: t("departures.day"), cell: (departure) => linked(departure, day(departure)) }]
    : [
        { id: "name", header: t("departures.package"), cell: named },
        { id: "day", card: "figure", header: t("departures.day"), cell: day },
      ];
  const columns: Column<Departure>[] = [
    ...firstColumns,
    {
      id: "seats",
      header: t("field.seats"),
      className: "md:w-56",
      cell: ({ seats: { sold, held, capacity: total } }) => <SeatMeter {...{ sold, held, total }} />,
    },
    sums({ id: "from", header: t("departures.from"), money: ({ priceFrom }) => priceFrom }),
    {
      id: "state",
      header: t("departures.state"),
      card: "badge",
      cell: ({ status, seats: { left } }) => (
        <span className="flex flex-wrap items-center gap-2">
          <DepartureBadge status={status} />
          {status === "open" ? (
            <span className="tn text-ink-2 md:hidden">{t("public.left", { count: left })}</span>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <Table label={t("departures.title")} {...{ columns, footer, empty }} rows={departures} rowKey={({ id }) => id} />
  );
}
