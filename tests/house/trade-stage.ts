import { eq } from "drizzle-orm";
import { users } from "@/db/schema/identity";
import { placeBooking } from "@/lib/bookings/commands/place";
import { joinWaitlist } from "@/lib/bookings/commands/waitlist";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { createPackage, updatePackage } from "@/lib/packages/commands/packages";
import { addPhoto } from "@/lib/packages/commands/photos";
import { adults, book, idr, PRICES, sellSeats, submit } from "../bookings/support";
import { addPerson, as, NOON, type World } from "../support/world";

/** Whom the office booked for at the desk, and who has a login since. */
const FROM_STREET = { name: "Hendra Wijaya", phone: "+628110009999" };

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
  const { id: packageId } = await createPackage(owner, { ...wish, depositAmount: idr(100) });
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
  const { phone } = FROM_STREET;
  const walkIn = await placeBooking(owner, { departureId: departure.id, payer: FROM_STREET, pilgrims: adults(1) });
  const registered = await addPerson(world.house, world.agency, FROM_STREET.name, ["pilgrim"]);
  await owner.transact("platform", false, (tx) =>
    tx.update(users).set({ phone, phoneProvenAt: NOON }).where(eq(users.id, registered.userId)),
  );
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
    walkInId: walkIn.id,
    registeredId: registered.userId,
  };
}
