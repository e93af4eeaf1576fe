import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  readPapers,
  readPassport,
  setDocument,
  substitutePilgrim,
  updatePilgrim,
} from "@/lib/bookings/commands/pilgrims";
import { followGroup, joinTravellers, leaveTravellers } from "@/lib/bookings/commands/travel";
import { readBooking } from "@/lib/bookings/queries/bookings";
import { checkDigit, readMrz } from "@/lib/bookings/rules/mrz";
import { tasks } from "@/lib/bookings/tasks";
import { addMember } from "@/lib/groups/commands/members";
import { listMembers, readGroup } from "@/lib/groups/queries";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { readDeparture } from "@/lib/packages/queries/departures";
import { verifyProof } from "@/lib/payments/commands/decide";
import { undoDecision } from "@/lib/payments/commands/undo";
import { readTies } from "@/lib/travel/queries/ties";
import { acceptInvitation } from "@/lib/users/commands/accept";
import { removeUser } from "@/lib/users/commands/change";
import { inviteUser } from "@/lib/users/commands/invite";
import { standingChanged } from "@/lib/users/facts";
import { openGroup } from "../groups/support";
import { systemCall } from "../inventory/support";
import { send, toPay } from "../payments/support";
import { as, newWorld, type World } from "../support/world";
import { adults, book, days, idr, pay, QUAD, seatsOf, sellSeats, submit } from "./support";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

/** The specimen of ICAO 9303 part 4, with the century of its dates moved on. */
const FIRST = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
const SECOND = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
const mrzWith = (number: string, birth: string, expiry: string, optional = "<".repeat(14)) => {
  const [n, b, e] = [number.padEnd(9, "<"), birth, expiry].map((field) => field + checkDigit(field));
  const all = checkDigit(n! + b! + e! + optional + checkDigit(optional));
  return `${FIRST}\n${n}UTO${b}F${e}${optional}${checkDigit(optional)}${all}`;
};

describe("the foot of a passport", () => {
  it("is read when its check digits agree, and names what can't be right", () => {
    expect(readMrz(`${FIRST}\n${SECOND}`, 2026)).toEqual({
      ok: true,
      passportNumber: "L898902C3",
      passportName: "ANNA MARIA ERIKSSON",
      gender: "female",
      nationality: "UTO",
      birthDate: "1974-08-12",
      expiresOn: "2012-04-15",
    });
    const wrong = (at: number, letter: string) =>
      readMrz(`${FIRST}\n${SECOND.slice(0, at)}${letter}${SECOND.slice(at + 1)}`, 2026);
    expect(wrong(0, "M")).toEqual({ ok: false, problem: "number" });
    expect(wrong(13, "8")).toEqual({ ok: false, problem: "birth" });
    expect(wrong(21, "2")).toEqual({ ok: false, problem: "expiry" });
    expect(wrong(43, "1")).toEqual({ ok: false, problem: "all" });
    expect(readMrz("P<UTO", 2026)).toEqual({ ok: false, problem: "lines" });
    // Check digits agree with days no calendar has, and with numbers that are none.
    const said = (number: string, birth: string, expiry: string) => readMrz(mrzWith(number, birth, expiry), 2026);
    expect(said("C1234567", "681399", "311201")).toEqual({ ok: false, problem: "birth" });
    expect(said("C1234567", "680314", "310231")).toEqual({ ok: false, problem: "expiry" });
    expect(said("", "680314", "311201")).toEqual({ ok: false, problem: "number" });
  });
});

describe("papers", () => {
  it("lie sealed in the table, are masked in answers, hidden from viewers, and every full look is recorded", async () => {
    const { id: departureId } = await sellSeats(world, 4);
    const me = as(world.pilgrim);
    const { id } = await book(me, departureId);
    const { party } = await readBooking(me, { id });
    const place = { id, pilgrimId: party[0]!.id };
    await updatePilgrim(me, { ...place, nationalId: "3174051234567890", healthNotes: "Diabetes" });
    const read = await readPassport(me, { ...place, mrz: mrzWith("C1234567", "680314", "311201") });
    expect(read.party[0]).toMatchObject({ passportNumber: "••••567", birthDate: "1968-03-14", passport: "good" });
    const short = await readPassport(me, { ...place, mrz: mrzWith("C1234567", "680314", "270115") }).catch(
      (e) => e.details,
    );
    expect(short).toEqual({ fields: { passportExpiresOn: ["passport_too_short"] } });

    const kept = await as(world.owner).transact("agency", true, (tx) =>
      tx.execute<{ all: string }>(
        sql`select row_to_json(p)::text as all from booking_pilgrims p where id = ${place.pilgrimId}`,
      ),
    );
    expect(kept[0]!.all).not.toMatch(/C1234567|3174051234567890/);
    const log = await as(world.owner).transact("agency", true, (tx) =>
      tx.execute<{ all: string }>(sql`select string_agg(a::text, ' ') as all from audit_log a`),
    );
    expect(log[0]!.all).not.toMatch(/C1234567|3174051234567890|Diabetes/);

    const seen = (await readBooking(as(world.viewer), { id })).party[0];
    expect(seen).toMatchObject({ passportNumber: null, nationalId: null, birthDate: null, healthNotes: null });
    expect(await readPapers(as(world.viewer), place).catch((e) => e.code)).toBe("forbidden");
    expect(await readPapers(as(world.otherPilgrim), place).catch((e) => e.code)).toBe("booking_not_found");
    expect(await readPapers(as(world.admin), place)).toEqual({
      passportNumber: "C1234567",
      nationalId: "3174051234567890",
    });
    const looks = await as(world.owner).transact("agency", true, (tx) =>
      tx.execute<{ n: number }>(sql`select count(*)::int as n from audit_log where command = 'bookings.read_papers'`),
    );
    expect(looks[0]!.n).toBe(1);
  });

  it("are judged by staff, never by whoever pays", async () => {
    const { id: departureId } = await sellSeats(world, 4);
    const { id } = await book(as(world.pilgrim), departureId);
    const pilgrimId = (await readBooking(as(world.pilgrim), { id })).party[0]!.id;
    const visa = {
      id,
      pilgrimId,
      kind: "visa" as const,
      status: "accepted" as const,
      expiresOn: "2027-03-01",
      note: null,
    };
    expect(await setDocument(as(world.pilgrim), visa).catch((e) => e.code)).toBe("forbidden");
    await setDocument(as(world.owner), visa);
    const again = await setDocument(as(world.owner), { ...visa, status: "rejected", note: "Foto buram" });
    expect(again.party[0]!.documents).toEqual([
      { kind: "visa", status: "rejected", expiresOn: "2027-03-01", note: "Foto buram" },
    ]);
  });

  it("are not accepted when they end before the departure, a passport half a year after it", async () => {
    const { id: departureId, startsAt } = await sellSeats(world, 4);
    const { id } = await book(as(world.pilgrim), departureId);
    const pilgrimId = (await readBooking(as(world.pilgrim), { id })).party[0]!.id;
    const dayOf = (days: number) => new Date(startsAt.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const fields = (error: { details: { fields: unknown } }) => error.details.fields;
    const set = (kind: "visa" | "passport", days: number, status: "accepted" | "received" = "accepted") =>
      setDocument(as(world.owner), { id, pilgrimId, kind, status, expiresOn: dayOf(days), note: null });
    expect(await set("visa", -2).catch(fields)).toEqual({ expiresOn: ["paper_too_short"] });
    expect(await set("passport", 90).catch(fields)).toEqual({ expiresOn: ["passport_too_short"] });
    await set("visa", -2, "received");
    await set("visa", 1);
    const { party } = await set("passport", 200);
    expect(party[0]!.documents.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      "passport accepted",
      "visa accepted",
    ]);
  });
});

describe("who has paid travels", () => {
  const names = async (groupId: string) =>
    (await listMembers(as(world.owner), { groupId })).data.map(({ personName }) => personName);

  it("joins the departure's group by themself, once, and leaves it with the seat", async () => {
    const { id: departureId } = await sellSeats(world, 4);
    const house = systemCall(world);
    const { id } = await book(as(world.pilgrim), departureId);
    await joinTravellers(house, { id });
    expect((await readDeparture(as(world.owner), { id: departureId })).groupId).toBeNull();
    await submit(as(world.pilgrim), id);
    await pay(world, id, QUAD);
    for (let turn = 0; turn < 2; turn += 1) await joinTravellers(house, { id });
    const { groupId } = await readDeparture(as(world.owner), { id: departureId });
    expect(await names(groupId!)).toEqual(["Siti Pilgrim"]);

    const { party } = await readBooking(as(world.pilgrim), { id });
    const before = await seatsOf(world, departureId);
    const details = { passportName: "RINA WIJAYA", gender: "female" as const, birthDate: "1999-02-02" };
    const after = await substitutePilgrim(as(world.pilgrim), { id, pilgrimId: party[0]!.id, details });
    expect(after.party).toMatchObject([{ passportName: "RINA WIJAYA", price: idr(QUAD), state: "active" }]);
    expect(after).toMatchObject({ status: "paid", owed: idr(QUAD), pilgrims: 1 });
    // [R5] the seat went from one to the other and was never free.
    expect(await seatsOf(world, departureId)).toEqual(before);
    for (let turn = 0; turn < 2; turn += 1) await leaveTravellers(house, { id, pilgrimIds: [party[0]!.id] });
    expect(await names(groupId!)).toEqual([]);
  });

  it("leaves it again when the money was booked by mistake and is taken back", async () => {
    const { id: departureId } = await sellSeats(world, 4);
    const { bookingId: id, invoice } = await toPay(world, departureId);
    const proof = await send(world.pilgrim, invoice.id, QUAD);
    for (const who of [world.admin, world.owner]) await verifyProof(as(who), { id: proof.id, decision: "approve" });
    await joinTravellers(systemCall(world), { id });
    const { groupId } = await readDeparture(as(world.owner), { id: departureId });
    await leaveTravellers(systemCall(world), { id });
    expect(await names(groupId!)).toEqual(["Siti Pilgrim"]);
    await undoDecision(as(world.owner), { id: proof.id });
    for (let turn = 0; turn < 2; turn += 1) await leaveTravellers(systemCall(world), { id });
    expect(await names(groupId!)).toEqual([]);
  });

  it("[R59] out of the agency keeps the booking and the seat, hinders nobody else of it, and is back in the group with the return", async () => {
    const { id: departureId } = await sellSeats(world, 4);
    const house = systemCall(world);
    const { userId } = world.otherPilgrim;
    const { id } = await book(as(world.pilgrim), departureId, adults(2));
    const { party } = await readBooking(as(world.pilgrim), { id });
    await as(world.owner).transact("agency", false, (tx) =>
      tx.execute(sql`update booking_pilgrims set user_id = ${userId} where id = ${party[1]!.id}`),
    );
    await submit(as(world.pilgrim), id);
    await pay(world, id, 2 * QUAD);
    const hangs = async () => (await readTies(as(world.owner), { id: userId })).bookings.map((one) => one.id);
    expect(await hangs()).toEqual([id]);
    const before = await seatsOf(world, departureId);
    await removeUser(as(world.owner), { id: userId });
    await joinTravellers(house, { id });
    const { groupId } = await readDeparture(as(world.owner), { id: departureId });
    expect(await names(groupId!)).toEqual(["Siti Pilgrim"]);
    expect([(await readBooking(as(world.owner), { id })).status, await seatsOf(world, departureId)]).toEqual([
      "paid",
      before,
    ]);
    const { link } = await inviteUser(as(world.owner), { roles: ["pilgrim"] });
    await acceptInvitation(as(world.otherPilgrim), { token: link.split("#")[1] ?? "" });
    const fact = { agencyId: world.agency.id, userId, back: true };
    for (const task of tasks)
      if (task.kind === "on" && task.fact === standingChanged.name) await task.run(house, fact, world.house.ports);
    expect((await names(groupId!)).sort()).toEqual(["Hendra Pilgrim", "Siti Pilgrim"]);
  });

  it("joins the group the office chose, also where it is full, and it goes along to other days", async () => {
    const group = await openGroup(world, {
      startsAt: days(40).toISOString(),
      endsAt: days(51).toISOString(),
      capacity: 1,
    });
    await addMember(as(world.owner), { groupId: group.id, userId: world.leader.userId, role: "leader" });
    const { id: departureId } = await sellSeats(world, 4);
    await updateDeparture(as(world.owner), { id: departureId, groupId: group.id });
    const { id } = await book(as(world.otherPilgrim), departureId, adults(1));
    await pay(world, id, QUAD);
    await joinTravellers(systemCall(world), { id });
    expect(await names(group.id)).toContain("Hendra Pilgrim");
    const follow = () => followGroup(systemCall(world), { id: departureId });
    expect(await follow()).toBe(false);
    const [startsAt, endsAt] = [days(60), days(71)];
    const moved = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    await updateDeparture(as(world.owner), { id: departureId, ...moved });
    expect([await follow(), await follow()]).toEqual([true, false]);
    expect(await readGroup(as(world.owner), { groupId: group.id })).toMatchObject({ startsAt, endsAt });
  });
});
