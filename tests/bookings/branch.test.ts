import { afterAll, beforeAll, expect, it } from "vitest";
import { openBranch } from "@/lib/agencies/commands/branches";
import { cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { placeBooking } from "@/lib/bookings/commands/place";
import { joinWaitlist } from "@/lib/bookings/commands/waitlist";
import { MOST_HELD } from "@/lib/bookings/contract/booking";
import { readAllowance } from "@/lib/bookings/queries/allowance";
import { listBookings, readBooking } from "@/lib/bookings/queries/bookings";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { refusal } from "../support/refusal";
import { addPerson, as, newWorld, type World } from "../support/world";
import { adults, QUAD, seatsOf, sellSeats, submit } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const payer = { name: "Rahmat Wibowo", phone: null };

it("a branch sells the seats of a departure of the whole agency, and what it sold is its own from the invoice to the cancellation", async () => {
  const { id: departureId } = await sellSeats(world, MOST_HELD + 3);
  const manager = as(world.manager);
  expect(await readAllowance(manager, { id: departureId })).toBeNull();
  const wish = { departureId, payer, pilgrims: adults(MOST_HELD + 1) };
  const { id } = await placeBooking(manager, wish);
  await submit(manager, id);
  const { party, status } = await readBooking(manager, { id });
  expect(status).toBe("pending_payment");
  expect((await listInvoices(manager, { subjectId: id })).data).toMatchObject([{ total: QUAD * party.length }]);
  await cancelPilgrim(manager, { id, pilgrimId: party[1]!.id });
  expect((await listBookings(manager, {})).data).toMatchObject([{ id, owed: QUAD * MOST_HELD }]);
  expect(await seatsOf(world, departureId)).toMatchObject({ held: MOST_HELD });
});

it("but neither what another branch sells, nor does it fill the queue that is the whole agency's", async () => {
  const { id: branchId } = await openBranch(as(world.owner), {
    name: "Timur",
    city: "Bandung",
    timeZone: "Asia/Jakarta",
  });
  const [common, theirs] = [await sellSeats(world, 1), await sellSeats(world, 1, { branchId })];
  const manager = as(world.manager);
  const wish = { departureId: theirs.id, payer, pilgrims: adults(1) };
  expect(await refusal(placeBooking(manager, wish))).toBe("forbidden");
  expect(await refusal(joinWaitlist(manager, { id: common.id, seats: 2, person: payer }))).toBe("forbidden");
  const leader = await addPerson(world.house, world.agency, "Lina Leader", ["leader"], true);
  expect(await refusal(placeBooking(as(leader), { ...wish, departureId: common.id }))).toBe("forbidden");
});
