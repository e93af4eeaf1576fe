import { getTranslations } from "next-intl/server";
import { titled } from "@/app/titled";
import { type RawQuery, readListQuery } from "@/components/shell/list-query";
import { Speak } from "@/components/shell/speak";
import { CityTabs } from "@/components/travel/city-tabs";
import { PlaceBoard } from "@/components/travel/place-board";
import { SaveSheet } from "@/components/travel/save-sheet";
import { LinkButton } from "@/components/ui/link-button";
import { readDeparture } from "@/lib/packages/queries/departures";
import { mayExportRooming } from "@/lib/travel/policy";
import { readRooms } from "@/lib/travel/queries/places";
import { pageCall, read } from "@/server/doors/page";
import { moveBed, setRoomsOf, suggestCity, undoInCity } from "../../place-acts";
import { TripFrame } from "../../trip-frame";

type Props = { params: Promise<{ agency: string; id: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = titled("travel.place.rooms");

/** Rooms of a departure in one of the two cities, and who sleeps where. */
export default async function RoomsPage({ params, searchParams }: Props) {
  const { agency: slug, id } = await params;
  const departures = `/a/${slug}/office/departures`;
  const home = `${departures}/${id}/rooms`;
  const call = await pageCall(slug, "office", home);
  const { city = "makkah" } = readListQuery(await searchParams, { city: ["makkah", "madinah"] });
  const [departure, board, t] = await Promise.all([
    read(readDeparture(call, { id })),
    read(readRooms(call, { id })),
    getTranslations("travel.rooming"),
  ]);
  const acts = {
    move: moveBed.bind(null, slug, id, city),
    suggest: suggestCity.bind(null, slug, id, city),
    undo: undoInCity.bind(null, slug, id, city),
    set: setRoomsOf.bind(null, slug, id),
  };
  const print =
    board.units.length > 0 ? (
      <>
        {mayExportRooming(call.actor, departure) ? (
          <SaveSheet slug={slug} path={`/api/v1/departures/${id}/rooming?`} name="rooming" />
        ) : null}
        <LinkButton href={`${home}/print`}>{t("print")}</LinkButton>
      </>
    ) : null;
  return (
    <Speak namespaces={["travel", "packages"]}>
      <TripFrame {...{ call, departure, departures }} tab="rooms" actions={print} />
      <CityTabs home={home} city={city} />
      <PlaceBoard key={city} leg={city} {...{ board, acts }} readOnly={call.readOnly} />
    </Speak>
  );
}
