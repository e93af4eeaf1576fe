import { Ticket } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LinkRow } from "@/components/journey/link-row";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import type { BookingRow } from "@/lib/bookings/contract/booking";
import type { WaitlistEntry } from "@/lib/bookings/contract/waitlist";
import { formatTravelDate } from "@/lib/i18n/formats";
import { BookingBadge } from "./status-badge";

type BookingCardsProps = { agency: string; bookings: readonly BookingRow[]; waits: readonly WaitlistEntry[] };

/** One's own bookings as cards that lead on. */
export function BookingCards({ agency, bookings, waits }: BookingCardsProps) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  const look = <LinkButton href={`/a/${agency}`}>{t("my.look")}</LinkButton>;
  if (bookings.length + waits.length === 0) return <EmptyState title={t("my.none")} action={look} />;
  return (
    <div className="flex flex-col gap-3">
      {waits.map(({ id, departureId, status, seats }) => (
        <LinkRow key={id} href={`/a/${agency}/book/${departureId}`} detail={t("pilgrims", { count: seats })}>
          {t(`waitStatus.${status}`)}
        </LinkRow>
      ))}
      {bookings.map((one) => (
        <LinkRow
          key={one.id}
          href={`/a/${agency}/my/bookings/${one.id}`}
          icon={<Ticket aria-hidden size={24} />}
          detail={formatTravelDate(locale, one.startsAt, { zone: one.timeZone })}
          end={<BookingBadge booking={one} />}
        >
          <bdi>{one.packageName}</bdi>
        </LinkRow>
      ))}
      {look}
    </div>
  );
}
