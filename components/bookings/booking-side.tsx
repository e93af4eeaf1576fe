import { useTranslations } from "next-intl";
import { Speak } from "@/components/shell/speak";
import type { Booking } from "@/lib/bookings/contract/booking";
import { type BookingActs, BookingDesk } from "./booking-desk";

type BookingSideProps = { booking: Booking; acts: BookingActs; maySell: boolean };

/** The open booking beside the list. */
export function BookingSide({ booking, acts, maySell }: BookingSideProps) {
  const t = useTranslations("bookings");
  return (
    <section className="card p-5" aria-label={booking.payerName}>
      <h2 className="display mb-3 text-xl">
        <bdi>{booking.payerName}</bdi>, {t("pilgrims", { count: booking.pilgrims })}
      </h2>
      <Speak namespaces={["bookings", "packages"]}>
        <BookingDesk booking={booking} acts={acts} maySell={maySell} />
      </Speak>
    </section>
  );
}
