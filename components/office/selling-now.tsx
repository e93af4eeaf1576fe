import { ArrowRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { DepartureBadge } from "@/components/packages/departures-table";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Moon } from "@/components/ui/moon";
import { SeatMeter } from "@/components/ui/seat-meter";
import { type Column, Named, Table, TwoLines } from "@/components/ui/table";
import { formatHijri, formatNumber, formatShortDate } from "@/lib/i18n/formats";
import { hijriDay } from "@/lib/i18n/hijri";
import type { Departure } from "@/lib/packages/contract/departure";

const SHOWN = 6;

/** Departures to come with their moon, their seats as a meter and what is left of them. */
export function SellingNow({ departures, home }: { departures: readonly Departure[]; home: string }) {
  const t = useTranslations("office.today");
  const words = useTranslations("packages.departures");
  const locale = useLocale();
  const columns: Column<Departure>[] = [
    {
      id: "departure",
      header: t("departure"),
      cell: ({ id, packageName, city, startsAt, timeZone: zone }) => (
        <Link href={`${home}/departures/${id}`} className="block min-h-10">
          <TwoLines
            first={<bdi>{packageName}</bdi>}
            second={
              <>
                <bdi>{city}</bdi>
                <span className="md:hidden">&nbsp;· {formatShortDate(locale, startsAt, { zone })}</span>
              </>
            }
          />
        </Link>
      ),
    },
    {
      id: "leaves",
      header: t("leaves"),
      cell: ({ startsAt, timeZone: zone }) => (
        <span className="flex items-center gap-2.5">
          <Moon day={hijriDay(startsAt, zone).day} size={18} />
          <TwoLines
            first={formatShortDate(locale, startsAt, { zone })}
            second={formatHijri(locale, startsAt, { zone, year: false })}
          />
        </span>
      ),
    },
    {
      id: "seats",
      header: words("seats"),
      card: "below",
      className: "md:w-56 max-md:order-last",
      cell: ({ seats: { sold, held, capacity: total } }) => <SeatMeter {...{ sold, held, total }} />,
    },
    {
      id: "left",
      header: t("left"),
      align: "end",
      card: "figure",
      cell: ({ seats, status }) => (
        <span className={`text-md font-semibold ${seats.left === 0 ? "text-ink-3" : ""}`}>
          <Named name={t("left")}>{status === "draft" ? "–" : formatNumber(locale, seats.left)}</Named>
        </span>
      ),
    },
    { id: "state", header: words("state"), card: "badge", cell: ({ status }) => <DepartureBadge status={status} /> },
  ];
  const all = (
    <Link href={`${home}/departures`} className="ms-auto inline-flex items-center gap-1.5 text-primary-ink">
      {t("allDepartures")}
      <ArrowRight aria-hidden size={16} className="mirror" />
    </Link>
  );
  return (
    // The table's own frame gives way to the card's.
    <Card
      flush
      title={t("selling")}
      aside={<Legend />}
      className="[&_.card]:rounded-none [&_.card]:border-x-0 [&_.card]:border-b-0"
    >
      {departures.length === 0 ? (
        <div className="flex flex-col items-start gap-3 px-(--pad-card) pb-4">
          <p className="text-ink-2">{t("sellingNone")}</p>
          <LinkButton href={`${home}/packages`}>{words("toPackages")}</LinkButton>
        </div>
      ) : (
        <Table
          label={t("selling")}
          columns={columns}
          rows={departures.slice(0, SHOWN)}
          rowKey={({ id }) => id}
          footer={all}
        />
      )}
    </Card>
  );
}

function Legend() {
  const t = useTranslations("office.today");
  return (
    <span className="flex gap-4 text-ink-2 text-sm max-md:hidden">
      <span className="flex items-center gap-1.5">
        <span aria-hidden className="size-2.5 rounded-xs bg-d1" />
        {t("sold")}
      </span>
      <span className="flex items-center gap-1.5">
        <span
          aria-hidden
          className="size-2.5 rounded-xs bg-[repeating-linear-gradient(45deg,var(--color-d1)_0_2px,var(--color-primary-soft)_2px_4px)]"
        />
        {t("held")}
      </span>
      <span className="flex items-center gap-1.5">
        <span aria-hidden className="size-2.5 rounded-xs bg-chip" />
        {t("left")}
      </span>
    </span>
  );
}
