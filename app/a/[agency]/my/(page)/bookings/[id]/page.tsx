import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { BookAgain } from "@/components/bookings/book-again";
import { BookingDesk } from "@/components/bookings/booking-desk";
import { DayLine, PhoneHeader } from "@/components/shell/headers";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { Speak } from "@/components/shell/speak";
import { LinkButton } from "@/components/ui/link-button";
import { readAgencyCard } from "@/lib/agencies/queries/agency";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { asDialCountry } from "@/lib/i18n/phone";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { pageCall, read } from "@/server/doors/page";
import { bookingActs } from "../acts";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("bookings.my.title");

/** One booking of mine: fill in, hold, and see what is to be paid. */
export default async function MyBookingPage({ params }: Props) {
  const { agency, id } = await params;
  const home = `/a/${agency}/my/bookings`;
  const call = await pageCall(agency, "my", `${home}/${id}`);
  const [booking, { data: invoices }, card, t, words] = await Promise.all([
    read(readBooking(call, { id })),
    read(listInvoices(call, { subjectId: id, limit: 1 })),
    readAgencyCard(call, {}),
    getTranslations("payments.pay"),
    getTranslations("bookings.my"),
  ]);
  const owed = invoices.find(({ state }) => state === "open" || state === "part_paid");
  return (
    <>
      <KeepFresh agency={agency} seconds={60} />
      <PhoneHeader
        title={<bdi>{booking.packageName}</bdi>}
        meta={<DayLine date={booking.startsAt} zone={booking.timeZone} />}
        back={{ href: home, label: words("title") }}
      />
      {owed && booking.status !== "draft" ? (
        <LinkButton href={`/a/${agency}/my/invoices/${owed.id}`} kind="lamp" size="xl" wide>
          {t("open")}
        </LinkButton>
      ) : null}
      <Speak namespaces={["bookings", "packages"]}>
        <div className="card p-4">
          <BookingDesk
            {...{ booking, acts: bookingActs(agency), country: asDialCountry(card.country) }}
            maySell={false}
            again={call.readOnly ? null : <BookAgain {...{ agency, booking }} />}
            now={call.now.getTime()}
          />
        </div>
      </Speak>
    </>
  );
}
