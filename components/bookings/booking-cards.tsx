import { Hourglass, Ticket } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LinkRow } from "@/components/journey/link-row";
import type { Act } from "@/components/shell/use-act";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import type { BookingRow } from "@/lib/bookings/contract/booking";
import type { MyWait } from "@/lib/bookings/contract/waitlist";
import { formatTravelDate } from "@/lib/i18n/formats";
import { LeaveQueue } from "./leave-queue";
import { BookingBadge } from "./status-badge";
import { WaitBadge } from "./wait-badge";

type BookingCardsProps = {
  agency: string;
  bookings: readonly BookingRow[];
  waits: readonly MyWait[];
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
      {waits.map((wait) => (
        <div key={wait.id} className="flex flex-col gap-2">
          <LinkRow
            href={`/a/${agency}/book/${wait.departureId}`}
            icon={<Hourglass aria-hidden size={24} />}
            detail={
              <>
                <span className="block">{formatTravelDate(locale, wait.startsAt, { zone: wait.timeZone })}</span>
                <span className="mb-1.5 block">{t("pilgrims", { count: wait.seats })}</span>
                <WaitBadge wait={wait} />
              </>
            }
          >
            <bdi>{wait.packageName}</bdi>
          </LinkRow>
          <LeaveQueue departureId={wait.departureId} entryId={wait.id} leave={leave} />
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
