import { afterAll, beforeAll, expect, it } from "vitest";
import { closeBranch, openBranch } from "@/lib/agencies/commands/branches";
import { cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { placeBooking } from "@/lib/bookings/commands/place";
import { joinWaitlist, leaveWaitlist, wakeWaitlist } from "@/lib/bookings/commands/waitlist";
import { MOST_HELD } from "@/lib/bookings/contract/booking";
import { readAllowance } from "@/lib/bookings/queries/allowance";
import { countBookings, listBookings, listWaits, readBooking } from "@/lib/bookings/queries/bookings";
import { allMessages } from "@/lib/i18n/load";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { systemCall } from "../inventory/support";
import { refusal } from "../support/refusal";
import { addPerson, as, newWorld, type World } from "../support/world";
import { adults, idr, QUAD, seatsOf, sellSeats, submit } from "./support";

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
  expect((await listInvoices(manager, { subjectId: id })).data).toMatchObject([{ total: idr(QUAD * party.length) }]);
  await cancelPilgrim(manager, { id, pilgrimId: party[1]!.id });
  expect((await listBookings(manager, {})).data).toMatchObject([{ id, owed: idr(QUAD * MOST_HELD) }]);
  expect(await seatsOf(world, departureId)).toMatchObject({ held: MOST_HELD });
});

it("a branch puts its own customers onto the queue of a departure of the whole agency, and looks after those alone", async () => {
  const { id } = await sellSeats(world, 1);
  const manager = as(world.manager);
  const waitsOf = async (who: typeof manager) =>
    (await listWaits(who, { departureId: id })).data.map(({ personName }) => personName);
  const others = await joinWaitlist(as(world.owner), { id, seats: 2, person: { name: "Dewi", phone: null } });
  const { id: entryId } = await joinWaitlist(manager, { id, seats: 2, person: payer });
  expect([await waitsOf(as(world.owner)), await waitsOf(manager)]).toEqual([["Dewi", payer.name], [payer.name]]);
  expect((await countBookings(manager, {})).waitlist).toBe(1);
  expect(await refusal(leaveWaitlist(manager, { id, entryId: others.id }))).toBe("waitlist_entry_not_found");
  await leaveWaitlist(as(world.owner), { id, entryId: others.id });

  await updateDeparture(as(world.owner), { id, capacity: 2 });
  const booked = { departureId: id, payer, pilgrims: adults(2) };
  await wakeWaitlist(systemCall(world), { departureId: id });
  expect((await listWaits(manager, { departureId: id })).data).toMatchObject([{ id: entryId, status: "offered" }]);
  const { id: bookingId } = await placeBooking(as(world.owner), { ...booked, waitlistId: entryId });
  expect(await readBooking(manager, { id: bookingId })).toMatchObject({ payer: { name: payer.name } });
  const again = await joinWaitlist(manager, { id, seats: 1, person: payer });
  expect(await leaveWaitlist(manager, { id, entryId: again.id })).toMatchObject({ status: "left" });
});

it("but neither what another branch sells, nor does it fill that one's queue", async () => {
  const { id: branchId } = await openBranch(as(world.owner), {
    name: "Timur",
    city: "Bandung",
    timeZone: "Asia/Jakarta",
  });
  const [common, theirs] = [await sellSeats(world, 1), await sellSeats(world, 1, { branchId })];
  const manager = as(world.manager);
  const wish = { departureId: theirs.id, payer, pilgrims: adults(1) };
  expect(await refusal(placeBooking(manager, wish))).toBe("forbidden");
  expect(await refusal(joinWaitlist(manager, { id: theirs.id, seats: 2, person: payer }))).toBe("forbidden");
  const leader = await addPerson(world.house, world.agency, "Lina Leader", ["leader"], true);
  expect(await refusal(placeBooking(as(leader), { ...wish, departureId: common.id }))).toBe("forbidden");
});

it("what has sold something is not closed once its people are moved, and says so: it asked to move staff who were gone", async () => {
  const { id: branchId } = await openBranch(as(world.owner), {
    name: "Utara",
    city: "Medan",
    timeZone: "Asia/Jakarta",
  });
  const { id: departureId } = await sellSeats(world, 1, { branchId });
  await placeBooking(as(world.owner), { departureId, payer, pilgrims: adults(1) });
  expect(await refusal(closeBranch(as(world.owner), { id: branchId }))).toBe("branch_in_use");
  expect(allMessages("en").errors.branch_in_use).toContain("one that has sold something stays");
});
