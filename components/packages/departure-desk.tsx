import { useTranslations } from "next-intl";
import { WaitTable } from "@/components/bookings/wait-table";
import type { Act } from "@/components/shell/use-act";
import { StatusLine } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { SeatMeter } from "@/components/ui/seat-meter";
import type { WaitlistEntry } from "@/lib/bookings/contract/waitlist";
import type { Departure, ImportedPrices } from "@/lib/packages/contract/departure";
import { DepartureActs } from "./departure-acts";
import { DepartureEdit } from "./departure-edit";
import { DepartureBadge } from "./departures-table";
import { PricesFile } from "./prices-file";

/** States in which a published package's departure stands on the site. */
const LIVE: ReadonlySet<Departure["status"]> = new Set(["open", "full"]);

type DepartureDeskProps = {
  departure: Departure;
  home: string;
  /** Where bookings are listed. */
  bookings: string;
  /** The package it is of, and whether the site shows that. */
  offer: { href: string; published: boolean };
  waits: readonly WaitlistEntry[];
  groups: readonly { id: string; name: string; number: number }[];
  changes: boolean;
  exports: boolean;
  acts: {
    update: Act<{ id: string }, Departure>;
    duplicate: Act<{ id: string; startsAt: string }, Departure>;
    leave: Act<{ id: string; entryId: string }>;
    exportPrices: Act<{ id: string }, { csv: string }>;
    importPrices: Act<{ id: string; csv: string; dryRun: boolean }, ImportedPrices>;
  };
};

/** A departure's seats and next steps, who waits, its prices as a file, and what may change. */
export function DepartureDesk({
  departure,
  home,
  bookings,
  offer,
  waits,
  groups,
  changes,
  exports,
  acts,
}: DepartureDeskProps) {
  const t = useTranslations("bookings");
  const words = useTranslations("packages.departures");
  const { update, duplicate, leave, exportPrices, importPrices } = acts;
  const { sold, held, capacity: total } = departure.seats;
  return (
    <div className={`grid items-start gap-5 ${changes ? "lg:grid-cols-[minmax(0,1fr)_24rem]" : "max-w-2xl"}`}>
      <div className="flex min-w-0 flex-col gap-5 lg:order-2">
        <Card title={words("selling")} aside={<DepartureBadge status={departure.status} />}>
          <SeatMeter {...{ sold, held, total }} className="mb-5" />
          {offer.published || !LIVE.has(departure.status) ? null : (
            <StatusLine status="warn" className="mb-4">
              {words("notShown")}
            </StatusLine>
          )}
          <div className="mb-5 flex flex-wrap gap-2.5">
            <LinkButton href={`${bookings}?departure=${departure.id}`}>{words("bookings")}</LinkButton>
            <LinkButton href={offer.href}>{words("itsPackage")}</LinkButton>
          </div>
          {changes ? <DepartureActs {...{ home, departure, update, duplicate }} /> : null}
        </Card>
        <Card title={t("waits")}>
          <WaitTable entries={waits} leave={changes ? leave : null} />
        </Card>
        {exports ? (
          <Card title={words("csv")}>
            <PricesFile id={departure.id} exportPrices={exportPrices} {...(changes ? { importPrices } : {})} />
          </Card>
        ) : null}
      </div>
      {changes ? (
        <Card title={words("change")}>
          <DepartureEdit key={departure.version} {...{ departure, groups, update }} />
        </Card>
      ) : null}
    </div>
  );
}
