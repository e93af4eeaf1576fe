import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { BookForm } from "@/components/bookings/book-form";
import { MyTurn } from "@/components/bookings/my-turn";
import { EnterFirst } from "@/components/public/enter-first";
import { PublicFrame } from "@/components/public/public-frame";
import { DayLine } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { readPublicAgency } from "@/lib/agencies/queries/public";
import { readAllowance } from "@/lib/bookings/queries/allowance";
import { listMyWaits } from "@/lib/bookings/queries/bookings";
import { readDeparture } from "@/lib/packages/queries/departures";
import { frontDoorCall } from "@/server/doors/frame";
import { read } from "@/server/doors/page";
import { isIn } from "@/server/doors/visitor";
import { place, wait } from "../actions";

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
    getTranslations("bookings"),
  ]);
  const waits = isIn(call) && call.actor.roles.length > 0 ? (await listMyWaits(call, {})).data : [];
  const turn = waits.find((one) => one.departureId === departureId);
  const offer = turn?.status === "offered" ? turn : null;
  const allowance = isIn(call) && !offer ? await read(readAllowance(call, { id: departureId })) : null;
  return (
    <PublicFrame
      agency={agency}
      paused={call.readOnly}
      title={t("flow.title")}
      lead={departure.packageName}
      now={call.now}
      className="flex max-w-lg flex-col gap-4 px-4"
      isLarge
      isLow
    >
      <DayLine date={departure.startsAt} zone={departure.timeZone} className="card p-4" />
      <Speak namespaces={["bookings", "packages"]}>
        {allowance?.held ? (
          <Banner action={<LinkButton href={`/a/${slug}/my/bookings`}>{t("my.title")}</LinkButton>}>
            {t("flow.heldHere", { count: allowance.held })}
          </Banner>
        ) : null}
        {turn ? <MyTurn wait={turn} now={call.now.getTime()} /> : null}
        {call.readOnly ? null : isIn(call) ? (
          <BookForm
            home={`/a/${slug}/my/bookings`}
            {...{ place: place.bind(null, slug), wait: wait.bind(null, slug) }}
            {...{ departure, allowance, ...(offer && { waitlistId: offer.id }) }}
          />
        ) : (
          <EnterFirst next={`/a/${agency.slug}/book/${departureId}`} />
        )}
      </Speak>
    </PublicFrame>
  );
}
