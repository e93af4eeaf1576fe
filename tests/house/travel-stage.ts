import { uploadPassengers } from "@/lib/travel/commands/import";
import { suggestBeds, suggestPlaces } from "@/lib/travel/commands/places";
import { readRooms, readSeats } from "@/lib/travel/queries/places";
import { sellSeats } from "../bookings/support";
import { as, type World } from "../support/world";
import { acceptPapers, buses, family, rooms } from "../travel/support";

/** A departure of the first branch whose one pilgrim has everything. */
async function readyTrip(world: World, packageId: string) {
  const owner = as(world.owner);
  const { id } = await sellSeats(world, 10, { id: packageId, branchId: world.agency.branchId });
  const { ids, bookingId } = await family(world, id, ["female"]);
  await acceptPapers(world, bookingId, ids);
  await rooms(world, id, "1101");
  await buses(world, id, 20);
  await suggestBeds(owner, { id, city: "makkah" });
  await suggestPlaces(owner, { id });
  return { id, personId: ids[0]!, bookingId };
}

const sheet = new TextEncoder().encode("Name,Born,Sex\nRINA WIJAYA,1971-05-02,F\n");

/** One departure whose rooms are dealt out, and one whose manifest waits for nothing. */
export async function addTravel(world: World, { packageId }: { packageId: string }) {
  const [trip, ready] = [await readyTrip(world, packageId), await readyTrip(world, packageId)];
  const owner = as(world.owner);
  return {
    importId: (await uploadPassengers(owner, { id: trip.id, file: sheet })).id,
    tripId: trip.id,
    personId: trip.personId,
    bookingId: trip.bookingId,
    readyId: ready.id,
    roomId: (await readRooms(owner, { id: trip.id })).units[0]!.id,
    busId: (await readSeats(owner, { id: trip.id })).units[0]!.id,
  };
}
