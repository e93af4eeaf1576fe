import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { WalkInForm } from "@/components/bookings/walk-in-form";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { readAgency } from "@/lib/agencies/queries/agency";
import { maySell } from "@/lib/bookings/policy";
import { dialCountries } from "@/lib/i18n/phone";
import { listDepartures } from "@/lib/packages/queries/departures";
import { pageCall, read } from "@/server/doors/page";
import { place } from "../actions";

type Props = { params: Promise<{ agency: string }> };

export const generateMetadata = titled("bookings.new");

/** A booking for somebody at the desk. */
export default async function NewBookingPage({ params }: Props) {
  const { agency: slug } = await params;
  const home = `/a/${slug}/office/bookings`;
  const call = await pageCall(slug, "office", `${home}/new`);
  if (call.readOnly || !maySell(call.actor, { branchId: call.actor.branchId })) return notFound();
  const [agency, page, t] = await Promise.all([
    read(readAgency(call, {})),
    read(listDepartures(call, { status: "open", when: "coming", limit: 100 })),
    getTranslations("bookings"),
  ]);
  return (
    <>
      <PageHeader title={t("new")} back={{ href: home }} />
      <Speak namespaces={["bookings", "packages"]}>
        <WalkInForm
          departures={page.data}
          country={dialCountries.find((one) => one === agency.country) ?? "ID"}
          home={home}
          place={place.bind(null, slug)}
        />
      </Speak>
    </>
  );
}
