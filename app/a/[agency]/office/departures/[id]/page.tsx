import { titled } from "@/app/titled";
import { DepartureDesk } from "@/components/packages/departure-desk";
import { Speak } from "@/components/shell/speak";
import { ItemCounts } from "@/components/travel/item-counts";
import { listWaitlist } from "@/lib/bookings/queries/bookings";
import { mayExportPrices } from "@/lib/packages/policy";
import { readDeparture } from "@/lib/packages/queries/departures";
import { readPackage } from "@/lib/packages/queries/packages";
import { maySeeTravel } from "@/lib/travel/policy";
import { readReadiness } from "@/lib/travel/queries/readiness";
import { pageCall, read } from "@/server/doors/page";
import { leaveQueue } from "../../../my/(page)/bookings/actions";
import { changeDeparture, duplicate, givePrices, takePrices } from "../../packages/actions";
import { groupsFor } from "../groups";
import { TripFrame } from "../trip-frame";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("packages.departures.title");

/** One departure: its seats, its next steps, what may change, its prices, and who waits. */
export default async function DeparturePage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/office/departures`;
  const call = await pageCall(slug, "office", `${home}/${id}`);
  const departure = await read(readDeparture(call, { id }));
  const waits = await listWaitlist(call, { id }).catch(() => ({ data: [] }));
  const readiness = maySeeTravel(call.actor, departure) ? await readReadiness(call, { id }).catch(() => null) : null;
  const { published } = await read(readPackage(call, { id: departure.packageId }));
  const changes = departure.mayChange && !call.readOnly;
  const groups = changes ? await groupsFor(call, departure) : [];
  const acts = {
    update: changeDeparture.bind(null, slug),
    duplicate: duplicate.bind(null, slug),
    leave: leaveQueue.bind(null, slug),
    exportPrices: givePrices.bind(null, slug),
    importPrices: takePrices.bind(null, slug),
  };
  return (
    <Speak namespaces={["packages", "bookings"]}>
      <TripFrame {...{ call, departure, departures: home }} tab="overview" />
      {readiness && readiness.people > 0 ? (
        <ItemCounts counts={readiness.counts} hrefOf={(item) => `${home}/${id}/readiness?item=${item}`} />
      ) : null}
      <DepartureDesk
        {...{ departure, home, groups, changes, acts }}
        offer={{ href: `/a/${slug}/office/packages/${departure.packageId}`, published }}
        bookings={`/a/${slug}/office/bookings`}
        waits={waits.data}
        exports={mayExportPrices(call.actor, departure)}
      />
    </Speak>
  );
}
