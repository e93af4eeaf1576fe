import { joinWaitlist } from "@/lib/bookings/commands/waitlist";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { createPackage, updatePackage } from "@/lib/packages/commands/packages";
import { addPhoto } from "@/lib/packages/commands/photos";
import { adults, book, PRICES, sellSeats, submit } from "../bookings/support";
import { as, type World } from "../support/world";

/** Something to sell in the first branch: a departure that is booked, one that is full with somebody waiting. */
export async function addTrade(world: World, picture: Uint8Array<ArrayBuffer>) {
  const owner = as(world.owner);
  const { branchId } = world.agency;
  const wish = {
    category: "umrah_regular" as const,
    name: "Umrah Akhir Tahun",
    days: 9,
    branchId,
    prices: PRICES,
  };
  const { id: packageId } = await createPackage(owner, { ...wish, depositAmount: 100 });
  const { photos } = await addPhoto(owner, { id: packageId, file: picture });
  await updatePackage(owner, { id: packageId, published: true });
  const spare = (await createPackage(owner, { ...wish, name: "Umrah Cadangan" })).id;
  const departure = await sellSeats(world, 10, { id: packageId, branchId });
  const full = await sellSeats(world, 1, { id: packageId, branchId });
  const booked = await book(as(world.pilgrim), departure.id, adults(3));
  const { party } = await readBooking(owner, { id: booked.id });
  const owing = await book(as(world.pilgrim), departure.id);
  await submit(as(world.pilgrim), owing.id);
  await book(owner, full.id);
  const waits = await joinWaitlist(as(world.pilgrim), { id: full.id, seats: 1 });
  return {
    packageId,
    spare,
    photoId: photos[0]!.id,
    departureId: departure.id,
    fullId: full.id,
    bookingId: booked.id,
    owingId: owing.id,
    personId: party[0]!.id,
    replacedId: party[1]!.id,
    leavingId: party[2]!.id,
    entryId: waits.id,
  };
}
