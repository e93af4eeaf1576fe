import { titled } from "@/app/titled";
import { RoomingSheet } from "@/components/travel/rooming-sheet";
import { readAgency } from "@/lib/agencies/queries/agency";
import { readProfile } from "@/lib/identity/queries";
import { readDeparture } from "@/lib/packages/queries/departures";
import { readRooming } from "@/lib/travel/queries/places";
import { pageCall, read } from "@/server/doors/page";

type Props = { params: Promise<{ agency: string; id: string }> };

export const generateMetadata = titled("travel.rooming.title");

/** The list a hotel gets, on paper. */
export default async function RoomingPrintPage({ params }: Props) {
  const { agency: slug, id } = await params;
  const home = `/a/${slug}/office/departures/${id}/rooms`;
  const call = await pageCall(slug, "office", `${home}/print`);
  const [departure, rooming, me, agency] = await Promise.all([
    read(readDeparture(call, { id })),
    read(readRooming(call, { id })),
    read(readProfile(call, {})),
    read(readAgency(call, {})),
  ]);
  return <RoomingSheet {...{ agency, departure, rooming }} back={home} printedBy={me.name} now={call.now} />;
}
