import { Hourglass, Ticket } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LinkRow } from "@/components/journey/link-row";
import type { Act } from "@/components/journey/use-act";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import type { BookingRow } from "@/lib/bookings/contract/booking";
import type { WaitlistEntry } from "@/lib/bookings/contract/waitlist";
import { formatTravelDate } from "@/lib/i18n/formats";
import { LeaveQueue } from "./leave-queue";
import { BookingBadge } from "./status-badge";

type BookingCardsProps = {
  agency: string;
  bookings: readonly BookingRow[];
  waits: readonly WaitlistEntry[];
  leave: Act<{ id: string; entryId: string }>;
  /** Server time, ms. */
  now: number;
};

/** One's own bookings as cards that lead on. */
export function BookingCards({ agency, bookings, waits, leave, now }: BookingCardsProps) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const look = <LinkButton href={`/a/${agency}`}>{t("my.look")}</LinkButton>;
  if (bookings.length + waits.length === 0) return <EmptyState title={t("my.none")} action={look} />;
  return (
    <div className="flex flex-col gap-3">
      {waits.map(({ id, departureId, status, seats }) => (
        <div key={id} className="flex flex-col gap-2">
          <LinkRow
            href={`/a/${agency}/book/${departureId}`}
            icon={<Hourglass aria-hidden size={24} />}
            detail={t("pilgrims", { count: seats })}
          >
            {t(`waitStatus.${status}`)}
          </LinkRow>
          {status === "waiting" || status === "offered" ? (
            <LeaveQueue departureId={departureId} entryId={id} leave={leave} />
          ) : null}
        </div>
      ))}
      {bookings.map((one) => (
        <LinkRow
          key={one.id}
          href={`/a/${agency}/my/bookings/${one.id}`}
          icon={<Ticket aria-hidden size={24} />}
          detail={
            <>
              <span className="mb-1.5 block">{formatTravelDate(locale, one.startsAt, { zone: one.timeZone })}</span>
              <BookingBadge booking={one} now={now} />
            </>
          }
        >
          <bdi>{one.packageName}</bdi>
        </LinkRow>
      ))}
      {look}
    </div>
  );
}
