import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { EnterFirst } from "@/components/public/enter-first";
import { PublicFrame } from "@/components/public/public-frame";
import { DayLine } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { readPublicAgency } from "@/lib/agencies/queries/public";
import { readDeparture } from "@/lib/packages/queries/departures";
import { frontDoorCall } from "@/server/doors/frame";
import { read } from "@/server/doors/page";
import { isIn } from "@/server/doors/visitor";
import { OwnBooking } from "./own-booking";

export const generateMetadata = titled("bookings.flow.title");

type Props = { params: Promise<{ agency: string; departureId: string }> };

/** Booking on one page; whoever is not signed in does that first and comes back here. */
export default async function BookPage({ params }: Props) {
  const { agency: slug, departureId } = await params;
  const call = await frontDoorCall(slug);
  if (!call) return notFound();
  const [agency, departure, t] = await Promise.all([
    readPublicAgency(call, {}),
    read(readDeparture(call, { id: departureId })),
    getTranslations("bookings.flow"),
  ]);
  return (
    <PublicFrame
      agency={agency}
      paused={call.readOnly}
      title={t("title")}
      lead={departure.packageName}
      now={call.now}
      className="flex max-w-lg flex-col gap-4 px-4"
      isLarge
      isLow
    >
      <DayLine date={departure.startsAt} zone={departure.timeZone} className="card p-4" />
      <Speak namespaces={["bookings", "packages"]}>
        {call.readOnly ? null : isIn(call) ? (
          <OwnBooking {...{ call, slug, departure }} />
        ) : (
          <EnterFirst next={`/a/${agency.slug}/book/${departureId}`} />
        )}
      </Speak>
    </PublicFrame>
  );
}
