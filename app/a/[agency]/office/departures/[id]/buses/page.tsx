import { titled } from "@/app/titled";
import { Speak } from "@/components/shell/speak";
import { PlaceBoard } from "@/components/travel/place-board";
import { readDeparture } from "@/lib/packages/queries/departures";
import { readSeats } from "@/lib/travel/queries/places";
import { pageCall, read } from "@/server/doors/page";
import { moveToSeat, setBusesOf, suggestBuses, undoOnBuses } from "../../place-acts";
import { TripFrame } from "../../trip-frame";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("travel.place.buses");

/** Buses of a departure, and who sits where. */
export default async function BusesPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const departures = `/a/${slug}/office/departures`;
  const call = await pageCall(slug, "office", `${departures}/${id}/buses`);
  const [departure, board] = await Promise.all([read(readDeparture(call, { id })), read(readSeats(call, { id }))]);
  const acts = {
    move: moveToSeat.bind(null, slug, id),
    suggest: suggestBuses.bind(null, slug, id),
    undo: undoOnBuses.bind(null, slug, id),
    set: setBusesOf.bind(null, slug, id),
  };
  return (
    <Speak namespaces={["travel", "packages"]}>
      <TripFrame {...{ call, departure, departures }} tab="buses" />
      <PlaceBoard leg="bus" {...{ board, acts }} readOnly={call.readOnly} />
    </Speak>
  );
}
