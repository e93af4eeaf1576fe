import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { WalkInForm } from "@/components/bookings/walk-in-form";
import { PageHeader } from "@/components/shell/headers";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { maySell, maySellSeats } from "@/lib/bookings/policy";
import { listWaits } from "@/lib/bookings/queries/bookings";
import { asDialCountry } from "@/lib/i18n/phone";
import { listDepartures } from "@/lib/packages/queries/departures";
import { pageCall, read } from "@/server/doors/page";
import { place, wait } from "../actions";

type Props = { params: Promise<{ agency: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("bookings.new");

/** A booking for somebody at the desk, or for whoever waited and was offered seats. */
export default async function NewBookingPage({ params, searchParams }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/bookings`;
  const call = await pageCall(slug, "office", `${home}/new`);
  if (call.readOnly || !maySell(call.actor, { branchId: call.actor.branchId })) return notFound();
  const { departure: departureId, offer: entryId } = readListQuery(await searchParams, {
    departure: "id",
    offer: "id",
  });
  const [agency, page, waits, t] = await Promise.all([
    read(readAgency(call, {})),
    read(listDepartures(call, { when: "coming", limit: 100 })),
    departureId && entryId ? read(listWaits(call, { departureId, status: "offered", limit: 100 })) : null,
    getTranslations("bookings"),
  ]);
  const sold = page.data.filter(
    (one) => (one.status === "open" || one.status === "full") && maySellSeats(call.actor, one),
  );
  return (
    <>
      <PageHeader title={t("new")} back={{ href: home, label: t("title") }} />
      <Speak namespaces={["bookings", "packages"]}>
        <WalkInForm
          departures={sold}
          departureId={departureId}
          offer={waits?.data.find(({ id }) => id === entryId) ?? null}
          country={asDialCountry(agency.country)}
          home={home}
          packages={`/a/${slug}/office/packages`}
          place={place.bind(null, slug)}
          wait={wait.bind(null, slug)}
        />
      </Speak>
    </>
  );
}
