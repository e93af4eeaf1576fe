import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BookForm } from "@/components/bookings/book-form";
import { DayLine } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { PublicFoot } from "@/components/site/public-foot";
import { ON_SKY, PublicHero } from "@/components/site/public-hero";
import { LinkButton } from "@/components/ui/button";
import { readPublicAgency } from "@/lib/agencies/queries/public";
import { listMyWaits } from "@/lib/bookings/queries/bookings";
import { readDeparture } from "@/lib/packages/queries/departures";
import { frontDoorCall } from "@/server/doors/frame";
import { read } from "@/server/doors/page";
import { isIn } from "@/server/doors/visitor";
import { place, wait } from "../actions";

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
  const join = await getTranslations("join");
  const home = `/a/${agency.slug}`;
  const next = encodeURIComponent(`${home}/book/${departureId}`);
  const belongs = isIn(call) && call.actor.roles.length > 0;
  const waits = belongs ? (await listMyWaits(call, {})).data : [];
  const offer = waits.find((one) => one.departureId === departureId && one.status === "offered");
  const nav = (
    <LinkButton href={home} kind="ghost" size="lg" className={ON_SKY}>
      {(await getTranslations("packages.public"))("packages")}
    </LinkButton>
  );
  return (
    <div data-density="large" className="flex min-h-dvh flex-col">
      <PublicHero
        name={agency.name}
        home={home}
        isAgency
        title={t("title")}
        lead={departure.packageName}
        now={call.now}
        nav={nav}
      />
      <main
        id="content"
        tabIndex={-1}
        className="relative mx-auto -mt-14 flex w-full max-w-lg flex-1 flex-col gap-4 px-4 pb-6"
      >
        <p className="card p-4">
          <DayLine date={departure.startsAt} zone={departure.timeZone} />
        </p>
        <Speak namespaces={["bookings", "packages"]}>
          {isIn(call) ? (
            <BookForm
              departure={departure}
              home={`${home}/my/bookings`}
              place={place.bind(null, slug)}
              wait={wait.bind(null, slug)}
              waitlistId={offer?.id}
            />
          ) : (
            <div className="card flex flex-col gap-3 p-4">
              <LinkButton href={`/sign-in?next=${next}`} kind="primary" size="xl" wide>
                {join("agency.signIn")}
              </LinkButton>
              <LinkButton href={`/sign-up?next=${next}`} size="xl" wide>
                {join("act.signUp")}
              </LinkButton>
            </div>
          )}
        </Speak>
      </main>
      <PublicFoot />
    </div>
  );
}
