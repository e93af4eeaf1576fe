import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memberships } from "@/db/schema/agencies";
import { users } from "@/db/schema/identity";
import { giveBooking } from "@/lib/bookings/commands/give";
import { placeBooking } from "@/lib/bookings/commands/place";
import { joinTravellers } from "@/lib/bookings/commands/travel";
import { updateBooking } from "@/lib/bookings/commands/update";
import { bookingGiven } from "@/lib/bookings/facts";
import { listBookings, listKnownPayers, readBooking } from "@/lib/bookings/queries/bookings";
import { listInvoices } from "@/lib/invoices/queries/invoices";
import { newId } from "@/lib/kernel/ids";
import { inWork, systemCall } from "../inventory/support";
import { addPerson, as, NOON, newWorld, type Somebody, type World } from "../support/world";
import { adults, alone, pay, QUAD, sellSeats, submit } from "./support";

let world: World;
let departureId: string;
beforeAll(async () => {
  world = await newWorld(50);
  departureId = (await sellSeats(world, 40, { branchId: world.agency.branchId })).id;
});
afterAll(() => world.close());

let numbers = 0;
/** A number nobody else of this file has. */
const newPhone = () => `+62811000${String(++numbers).padStart(4, "0")}`;
const code = (error: { code: string }) => error.code;

/** Somebody at the desk, whom the office writes down. */
async function walkIn(payer: { name?: string; phone: string | null; email?: string | null }, pilgrims = adults(2)) {
  const { id } = await placeBooking(as(world.owner), {
    departureId,
    payer: { name: "Hendra Wijaya", ...payer },
    pilgrims: pilgrims.map((one) => ({ ...one, isPayer: false })),
  });
  return id;
}

type Shown = Partial<
  Pick<typeof users.$inferInsert, "phone" | "email" | "phoneProvenAt" | "emailProvenAt" | "askedBy">
>;
const setLogin = ({ userId }: Somebody, shown: Shown & { disabledAt?: Date }) =>
  as(world.owner).transact("platform", false, (tx) => tx.update(users).set(shown).where(eq(users.id, userId)));
/** Somebody who registered at this agency, or at another, and showed that the contact is theirs. */
async function registered(name: string, shown: Shown, agency = world.agency) {
  const who = await addPerson(world.house, agency, name, ["pilgrim"]);
  await setLogin(who, {
    ...shown,
    ...(shown.phone && { phoneProvenAt: NOON }),
    ...(shown.email && { emailProvenAt: NOON }),
  });
  return who;
}
const offered = async (id: string, who = world.owner) =>
  (await listKnownPayers(as(who), { id })).data.map(({ name }) => name);
const give = (id: string, { userId }: Somebody, by = world.owner, pilgrimId?: string) =>
  giveBooking(as(by), { id, userId, ...(pilgrimId && { pilgrimId }) });
const mine = async (who: Somebody) => (await listBookings(as(who), { mine: "true" })).data.map(({ id }) => id);

describe("what the office booked for a walk-in who registers later", () => {
  it("is offered to whoever has shown the booking's number or address to be theirs, and is theirs once the office says so", async () => {
    const phone = newPhone();
    const id = await walkIn({ phone });
    expect(await offered(id)).toEqual([]);
    const hendra = await registered("Hendra W.", { phone });
    // A number that was mistyped would show a stranger the passports: nothing happens by itself.
    expect(await mine(hendra)).toEqual([]);
    expect((await listKnownPayers(as(world.owner), { id })).data).toEqual([
      { id: hendra.userId, name: "Hendra W.", contact: phone },
    ]);

    const given = await give(id, hendra);
    expect(given.payer).toMatchObject({ userId: hendra.userId, name: "Hendra Wijaya", phone });
    expect(await mine(hendra)).toEqual([id]);
    expect((await listInvoices(as(hendra), { mine: "true" })).data).toHaveLength(1);
    expect(await offered(id)).toEqual([]);
  });

  it("goes by an address as well, however it was written", async () => {
    const id = await walkIn({ phone: null, email: "Hendra@Example.com" });
    const hendra = await registered("Hendra", { email: "hendra@example.com" });
    expect(await offered(id)).toEqual(["Hendra"]);
    await give(id, hendra);
    expect(await mine(hendra)).toEqual([id]);
  });

  it("is not for who only typed the number, is asked whose their login is, is shut out, or belongs to another agency", async () => {
    const phone = newPhone();
    const id = await walkIn({ phone });
    const hendra = await registered("Hendra", { phone });
    const refused = async () => [await offered(id), await give(id, hendra).catch(code)];
    for (const doubtful of [{ phoneProvenAt: null }, { askedBy: "phone" as const }, { disabledAt: NOON }]) {
      await setLogin(hendra, doubtful);
      expect(await refused()).toEqual([[], "person_not_found"]);
      await setLogin(hendra, { phoneProvenAt: NOON, askedBy: null, disabledAt: null as unknown as Date });
    }
    await as(world.owner).transact("platform", false, (tx) =>
      tx.update(memberships).set({ disabledAt: NOON }).where(eq(memberships.userId, hendra.userId)),
    );
    expect(await refused()).toEqual([[], "person_not_found"]);

    const strangers = newPhone();
    const foreign = await registered("Foreign", { phone: strangers }, world.rival);
    const another = await walkIn({ phone: strangers });
    expect(await offered(another)).toEqual([]);
    expect(await give(another, foreign).catch(code)).toBe("person_not_found");
    const other = await registered("Other", { phone: newPhone() });
    expect(await give(another, other).catch(code)).toBe("person_not_found");
  });

  it("follows the number it bears now: who had the one before gets nothing", async () => {
    const [before, now] = [newPhone(), newPhone()];
    const id = await walkIn({ phone: before });
    const [hendra, rina] = [await registered("Hendra", { phone: before }), await registered("Rina", { phone: now })];
    await updateBooking(as(world.owner), { id, payer: { name: "Rina", phone: now } });
    expect(await offered(id)).toEqual(["Rina"]);
    expect(await give(id, hendra).catch(code)).toBe("person_not_found");
    await give(id, rina);
    expect(await mine(rina)).toEqual([id]);
  });

  it("is given by whoever sells in its branch, to nobody else's eyes", async () => {
    const phone = newPhone();
    const id = await walkIn({ phone });
    const hendra = await registered("Hendra", { phone });
    expect(await offered(id, world.manager)).toEqual(["Hendra"]);
    expect(await give(id, hendra, world.viewer).catch(code)).toBe("forbidden");
    expect(await listKnownPayers(as(world.viewer), { id }).catch(code)).toBe("forbidden");
    for (const nobody of [hendra, world.rivalOwner]) {
      expect(await give(id, hendra, nobody).catch(code)).toBe("booking_not_found");
      expect(await listKnownPayers(as(nobody), { id }).catch(code)).toBe("booking_not_found");
    }
    await give(id, hendra, world.manager);
    expect(await give(id, hendra, hendra).catch(code)).toBe("forbidden");
  });

  it("says who of the travellers they are, and who has paid already joins the group with it", async () => {
    const phone = newPhone();
    const id = await walkIn({ phone });
    await submit(as(world.owner), id);
    await pay(world, id, 2 * QUAD);
    const hendra = await registered("Hendra", { phone });
    const { party } = await readBooking(as(world.owner), { id });
    expect(await give(id, hendra, world.owner, newId()).catch(code)).toBe("pilgrim_not_found");
    const given = await give(id, hendra, world.owner, party[1]!.id);
    expect(given.party.map(({ userId }) => userId)).toEqual([null, hendra.userId]);
    expect(await joinTravellers(systemCall(world, world.agency.id), { id, userId: hendra.userId })).toBe(1);
  });

  it("tells the office's open screens and theirs", async () => {
    const phone = newPhone();
    const id = await walkIn({ phone });
    const hendra = await registered("Hendra", { phone });
    const told = await inWork(as(world.owner), async (work) => {
      await giveBooking(work, { id, userId: hendra.userId });
      return work.recorded;
    });
    const given = told.facts.filter(({ name }) => name === bookingGiven.name);
    expect(given).toHaveLength(1);
    expect(JSON.stringify(given[0]!.audiences)).toContain(hendra.userId);
    expect(told.changes.map(({ table }) => table).toSorted()).toEqual(["bookings", "invoices"]);
  });

  it("goes to one of two whom two desks give it to in the same moment", async () => {
    for (let run = 0; run < 5; run += 1) {
      const [phone, email] = [newPhone(), `rina${run}@example.com`];
      const id = await walkIn({ phone, email });
      const pair = [await registered("Hendra", { phone }), await registered("Rina", { email })];
      expect((await offered(id)).toSorted()).toEqual(["Hendra", "Rina"]);
      const tries = await Promise.allSettled(
        Array.from({ length: 50 }, (_, i) =>
          giveBooking(alone(as(i % 2 ? world.owner : world.admin), newId()), { id, userId: pair[i % 2]!.userId }),
        ),
      );
      const refusals = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
      expect(refusals).toEqual(Array(49).fill("booking_owned"));
      const { payer } = await readBooking(as(world.owner), { id });
      const [owner, other] = pair.toSorted((one) => (one.userId === payer.userId ? -1 : 1)) as [Somebody, Somebody];
      expect([await mine(owner), await mine(other)]).toEqual([[id], []]);
    }
  });
});
