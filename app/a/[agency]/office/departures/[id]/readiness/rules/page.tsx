import { notFound } from "next/navigation";
import { titled } from "@/app/titled";
import { Speak } from "@/components/shell/speak";
import { RulesForm } from "@/components/travel/rules-form";
import { readDeparture } from "@/lib/packages/queries/departures";
import { readTripRules } from "@/lib/travel/queries/rules";
import { pageCall, read } from "@/server/doors/page";
import { setForTrip } from "../../../rule-acts";
import { TripFrame } from "../../../trip-frame";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("travel.rules.title");

/** By when the pilgrims of one departure have what, and what its manifest waits for. */
export default async function TripRulesPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const departures = `/a/${slug}/office/departures`;
  const call = await pageCall(slug, "office", `${departures}/${id}/readiness/rules`);
  const [departure, rules] = await Promise.all([read(readDeparture(call, { id })), read(readTripRules(call, { id }))]);
  if (!rules.mayChange || call.readOnly) return notFound();
  return (
    <Speak namespaces={["travel"]}>
      <TripFrame {...{ call, departure, departures }} tab="readiness" />
      <RulesForm rules={rules} ofTrip set={setForTrip.bind(null, slug, id)} />
    </Speak>
  );
}
