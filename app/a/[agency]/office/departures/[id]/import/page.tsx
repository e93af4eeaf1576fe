import { notFound } from "next/navigation";
import { titled } from "@/app/titled";
import { Speak } from "@/components/shell/speak";
import { ImportDesk } from "@/components/travel/import-desk";
import { readDeparture } from "@/lib/packages/queries/departures";
import { mayImportInto } from "@/lib/travel/policy";
import { readLatestImport } from "@/lib/travel/queries/import";
import { pageCall, read } from "@/server/doors/page";
import { checkOf, startOf } from "../../import-acts";
import { TripFrame } from "../../trip-frame";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("travel.import.title");

/** Passengers from a file, for a departure that is on sale. */
export default async function ImportPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const departures = `/a/${slug}/office/departures`;
  const call = await pageCall(slug, "office", `${departures}/${id}/import`);
  const departure = await read(readDeparture(call, { id }));
  if (!mayImportInto(call.actor, departure)) notFound();
  const { latest } = await read(readLatestImport(call, { id }));
  // What waits for the agency to be open again is still to be seen.
  if (call.readOnly && latest?.status !== "paused") notFound();
  return (
    <Speak namespaces={["travel", "packages"]}>
      <TripFrame {...{ call, departure, departures }} tab="import" />
      <ImportDesk
        slug={slug}
        departureId={id}
        latest={latest}
        bookings={`/a/${slug}/office/bookings`}
        acts={{ check: checkOf.bind(null, slug, id), start: startOf.bind(null, slug, id) }}
      />
    </Speak>
  );
}
