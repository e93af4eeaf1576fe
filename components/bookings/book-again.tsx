import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { Booking } from "@/lib/bookings/contract/booking";

/** The way to other seats of the same departure, while it sells or keeps a queue. */
export function BookAgain({ agency, booking }: { agency: string; booking: Booking }) {
  const t = useTranslations("bookings.flow");
  if (booking.departureStatus !== "open" && booking.departureStatus !== "full") return null;
  return (
    <LinkButton href={`/a/${agency}/book/${booking.departureId}`} kind="primary" size="lg" wide>
      {t("title")}
    </LinkButton>
  );
}
