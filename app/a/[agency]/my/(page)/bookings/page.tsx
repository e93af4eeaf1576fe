import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { BookingCards } from "@/components/bookings/booking-cards";
import { PhoneHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { listBookings, listMyWaits } from "@/lib/bookings/queries/bookings";
import { pageCall, read } from "@/server/doors/page";
import { backFrom } from "../back";
import { leaveQueue } from "./actions";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<{ from?: string }> };

export const generateMetadata = titled("bookings.my.title");

/** What I booked here, newest first, and the queues I stand in. */
export default async function MyBookingsPage({ params, searchParams }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/my`;
  const call = await pageCall(agency, "my", `${home}/bookings`);
  const [page, waits, t] = await Promise.all([
    read(listBookings(call, { mine: "true", limit: 50 })),
    read(listMyWaits(call, {})),
    getTranslations("bookings.my"),
  ]);
  return (
    <>
      <PhoneHeader title={t("title")} back={backFrom(home, (await searchParams).from)} />
      <Speak namespaces={["bookings"]}>
        <BookingCards
          agency={agency}
          bookings={page.data}
          waits={waits.data}
          leave={leaveQueue.bind(null, agency)}
          now={call.now.getTime()}
        />
      </Speak>
    </>
  );
}
