import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelPilgrim } from "@/lib/bookings/commands/cancel";
import { setDocument, setPapers, updatePilgrim } from "@/lib/bookings/commands/pilgrims";
import { placeBooking } from "@/lib/bookings/commands/place";
import { followDates } from "@/lib/bookings/commands/settle";
import { updateBooking } from "@/lib/bookings/commands/update";
import { listBookings, readBooking } from "@/lib/bookings/queries/bookings";
import { listPaidOf } from "@/lib/bookings/queries/live";
import type { Call } from "@/lib/kernel/call";
import { DAY } from "@/lib/kernel/durations";
import { newId } from "@/lib/kernel/ids";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { readDeparture } from "@/lib/packages/queries/departures";
import { freezeManifest, readManifest } from "@/lib/travel/commands/manifest";
import { markReady } from "@/lib/travel/commands/marks";
import { suggestBeds, suggestPlaces } from "@/lib/travel/commands/places";
import { waiveItem } from "@/lib/travel/commands/rules";
import { readManifestState } from "@/lib/travel/queries/manifest";
import { judgeAll, listReadiness } from "@/lib/travel/queries/readiness";
import { loadTrip } from "@/lib/travel/queries/trip";
import { answerManifest } from "@/server/doors/manifest";
import { days, pay, QUAD, sellPackage, sellSeats } from "../bookings/support";
import { dropForeignKeys } from "../house/filling";
import { asOwner, systemCall } from "../inventory/support";
import { plansOf } from "../support/plans";
import { as, newWorld, type World } from "../support/world";
import { acceptPapers, buses, family, openSheet, person, rooms } from "./support";

let world: World;
let packageId: string;
beforeAll(async () => {
  world = await newWorld();
  packageId = (await sellPackage(world)).id;
});
afterAll(() => world.close());

const owner = () => as(world.owner);
const refusal = (tried: Promise<unknown>) =>
  tried.then(
    () => ({ code: "done", details: null }),
    (error) => ({ code: error.code, details: error.details }),
  );

/** How often it was told that a booking changed. */
async function changesOf(bookingId: string): Promise<number> {
  const told = await owner().transact("agency", true, (tx) =>
    tx.execute(sql`select id from facts where name = 'bookings.changed' and payload->>'bookingId' = ${bookingId}`),
  );
  return told.length;
}

/** A departure on which everybody has everything. */
async function readyTrip(sexes: readonly ("female" | "male")[] = ["male", "female"]) {
  const { id } = await sellSeats(world, 60, { id: packageId });
  const { ids, bookingId } = await family(world, id, sexes);
  await acceptPapers(world, bookingId, ids);
  await rooms(world, id, "1101 makkah", "201 madinah");
  await buses(world, id, 45);
  await suggestBeds(owner(), { id, city: "makkah" });
  await suggestBeds(owner(), { id, city: "madinah" });
  await suggestPlaces(owner(), { id });
  return { id, ids, bookingId };
}

describe("the readiness board", () => {
  it("says of everybody what is done, what is open and what is late, and whom the manifest waits for", async () => {
    const { id, ids } = await readyTrip();
    const board = await listReadiness(owner(), { id });
    const stateOf = (item: string) => board.data[0]!.items.find((one) => one.item === item);
    expect(board).toMatchObject({ people: 2, ready: 0, blocking: 0 });
    // Forty days before the departure the papers were due; they are there all the same.
    expect(stateOf("documents")).toMatchObject({ state: "done", blocks: true });
    expect(stateOf("kit")).toMatchObject({ state: "open", blocks: false });
    await markReady(owner(), { id, item: "kit", pilgrimIds: ids, done: true });
    await markReady(owner(), { id, item: "kit", pilgrimIds: ids, done: true });
    const after = await markReady(owner(), { id, item: "manasik", pilgrimIds: [ids[0]!], done: true });
    expect(after).toMatchObject({ people: 2, ready: 1 });
    expect(after.counts.find(({ item }) => item === "manasik")).toMatchObject({ done: 1, open: 1, late: 0 });
    const late = await listReadiness(as(world.owner, {}, days(39)), { id, view: "late" });
    expect(late.data.map((row) => row.id)).toEqual([ids[1]]);
    await markReady(owner(), { id, item: "visa", pilgrimIds: [ids[1]!], done: false });
    const blocking = await listReadiness(owner(), { id, view: "blocking", item: "visa" });
    expect(blocking.data.map((row) => row.id)).toEqual([ids[1]]);
    const stranger = markReady(owner(), { id, item: "kit", pilgrimIds: [newId()], done: true });
    expect((await refusal(stranger)).code).toBe("pilgrim_not_found");
  });

  it("notes a whole family's visas by one word about their booking, or, when one of them stays at home, nobody's", async () => {
    const { id } = await sellSeats(world, 40, { id: packageId });
    const { bookingId, ids } = await family(world, id, ["male", "female", "male"]);
    const before = await changesOf(bookingId);
    await markReady(owner(), { id, item: "visa", pilgrimIds: ids, done: true });
    expect((await changesOf(bookingId)) - before).toBe(1);
    const lacking = () => listReadiness(owner(), { id, item: "visa", view: "blocking" });
    expect((await lacking()).data).toEqual([]);
    const unseen = { kind: "visa" as const, status: "missing" as const, expiresOn: null, note: null };
    const stranger = setPapers(owner(), { id: bookingId, pilgrimIds: [...ids, newId()], ...unseen });
    expect((await refusal(stranger)).code).toBe("pilgrim_not_found");
    await cancelPilgrim(owner(), { id: bookingId, pilgrimId: ids[2]! });
    const gone = setPapers(owner(), { id: bookingId, pilgrimIds: ids, ...unseen });
    expect((await refusal(gone)).code).toBe("pilgrim_gone");
    expect((await lacking()).data).toEqual([]);
  });

  it("counts no paper that ends before the day of leaving, also when that day has moved", async () => {
    const { id } = await sellSeats(world, 60, { id: packageId });
    const { bookingId, ids } = await family(world, id, ["male"]);
    await acceptPapers(world, bookingId, ids);
    const { startsAt, endsAt } = await readDeparture(owner(), { id });
    const expiresOn = new Date(startsAt.getTime() + 2 * DAY).toISOString().slice(0, 10);
    const visa = { kind: "visa" as const, status: "accepted" as const, expiresOn, note: null };
    await setDocument(owner(), { id: bookingId, pilgrimId: ids[0]!, ...visa });
    const lacking = async () => [
      (await listReadiness(owner(), { id, item: "visa" })).data.length,
      (await listBookings(owner(), { departureId: id, view: "papers" })).data.length,
    ];
    expect(await lacking()).toEqual([0, 0]);
    const move = (at: Date) => new Date(at.getTime() + 30 * DAY).toISOString();
    await updateDeparture(owner(), { id, startsAt: move(startsAt), endsAt: move(endsAt) });
    await followDates(systemCall(world), { id });
    expect(await lacking()).toEqual([1, 1]);
  });

  it("goes page by page in one order, and finds by name", async () => {
    const { id } = await sellSeats(world, 60, { id: packageId });
    await family(
      world,
      id,
      Array.from({ length: 45 }, () => "male" as const),
      false,
    );
    const first = await listReadiness(owner(), { id, limit: 30 });
    const rest = await listReadiness(owner(), { id, limit: 30, cursor: first.nextCursor! });
    const names = [...first.data, ...rest.data].map(({ name }) => name);
    expect([new Set(names).size, rest.nextCursor]).toEqual([45, null]);
    expect(names).toEqual(names.toSorted());
    const found = await listReadiness(owner(), { id, q: names[7]!.toLowerCase() });
    expect(found.data.map(({ name }) => name)).toEqual([names[7]]);
  });
});

describe("the manifest", () => {
  it("waits while something blocks it, and says for what", async () => {
    const { id } = await sellSeats(world, 60, { id: packageId });
    expect((await refusal(freezeManifest(owner(), { id }))).code).toBe("manifest_empty");
    await family(world, id, ["male", "female"], false);
    const items = { documents: 2, payment: 2, visa: 2, vaccine: 2, room: 2, seat: 2 };
    const blocked = { code: "manifest_blocked", details: { people: 2, items } };
    expect(await refusal(freezeManifest(owner(), { id }))).toEqual(blocked);
    expect(await refusal(readManifest(owner(), { id }))).toEqual(blocked);
  });

  it("is numbered, stays as it was frozen, and tells when something changed since", async () => {
    const { id, ids, bookingId } = await readyTrip();
    const frozen = await freezeManifest(owner(), { id });
    expect(frozen).toMatchObject({ version: 1, frozenBy: world.owner.personName, changed: false });
    expect(frozen.code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    expect(frozen.rows).toMatchObject([
      { number: 1, gender: "male", makkah: "1101 Q", madinah: "201 Q", bus: "1 · 1A", nationality: "IDN" },
      { number: 2, gender: "female", bus: "1 · 1B" },
    ]);
    expect(frozen.rows[0]!.passportNumber).toMatch(/^C\d{7}$/);
    const desk = async () => (await readManifestState(owner(), { id })).changed;
    expect(await desk()).toBe(false);
    await cancelPilgrim(owner(), { id: bookingId, pilgrimId: ids[1]! });
    expect(await desk(), "whoever fetches its file reads so first").toBe(true);
    const later = await readManifest(owner(), { id });
    expect(later).toMatchObject({ version: 1, newest: 1, changed: true, rows: frozen.rows });
    const again = await freezeManifest(owner(), { id });
    expect([again.version, again.rows.length]).toEqual([2, 1]);
    expect(await desk()).toBe(false);
    expect((await readManifest(owner(), { id, version: 1 })).rows).toEqual(frozen.rows);
    const { versions } = await readManifestState(owner(), { id });
    expect(versions.map(({ version, people }) => [version, people])).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });

  it("says nothing of a passport nobody has seen: whoever goes without papers stands there with empty fields", async () => {
    const { id } = await sellSeats(world, 60, { id: packageId });
    const unseen = { passportNumber: undefined, passportExpiresOn: undefined };
    const { ids, bookingId } = await family(world, id, ["male"], true, unseen);
    await acceptPapers(world, bookingId, ids);
    await rooms(world, id, "1101");
    await buses(world, id, 20);
    await suggestBeds(owner(), { id, city: "makkah" });
    await suggestPlaces(owner(), { id });
    await waiveItem(owner(), { id, item: "documents", pilgrimIds: ids, waived: true, reason: "Comes with the visa" });
    const { rows } = await freezeManifest(owner(), { id });
    expect(rows).toMatchObject([{ gender: "male", passportNumber: "", passportExpiresOn: null }]);
    const csv = await answerManifest(await readManifest(owner(), { id, format: "csv" }))!.text();
    expect(csv.trim().split("\r\n").at(-1)!.split(",").slice(6, 8)).toEqual(['""', '""']);
  });

  it("closes the details to whoever pays, not to the office", async () => {
    const { id } = await sellSeats(world, 60, { id: packageId });
    const mine = await placeBooking(as(world.pilgrim), { departureId: id, pilgrims: [person("female")] });
    await updateBooking(as(world.pilgrim), { id: mine.id, submit: true });
    const pilgrimId = (await readBooking(owner(), { id: mine.id })).party[0]!.id;
    const rename = (call: Call) => refusal(updatePilgrim(call, { id: mine.id, pilgrimId, passportName: "SITI" }));
    expect((await rename(as(world.pilgrim))).code).toBe("done");
    await pay(world, mine.id, QUAD);
    await acceptPapers(world, mine.id, [pilgrimId]);
    await rooms(world, id, "1101");
    await buses(world, id, 20);
    await suggestBeds(owner(), { id, city: "makkah" });
    await suggestPlaces(owner(), { id });
    await freezeManifest(owner(), { id });
    expect((await rename(as(world.pilgrim))).code).toBe("manifest_frozen");
    expect((await rename(owner())).code).toBe("done");
  });

  it("goes out as CSV and as a workbook that say the same, and keeps passports sealed", async () => {
    const { id } = await readyTrip(["female", "female", "female"]);
    const { rows, code } = await freezeManifest(owner(), { id });
    const csv = answerManifest(await readManifest(owner(), { id, format: "csv" }))!;
    expect(csv.headers.get("content-disposition")).toMatch(/manifest-\d{4}-\d\d-\d\d-v1\.csv/);
    const lines = (await csv.text()).replace("\ufeff", "").trim().split("\r\n");
    const [head, ...cells] = await openSheet(answerManifest(await readManifest(owner(), { id, format: "xlsx" })));
    expect(lines).toHaveLength(4);
    expect(head!.slice(0, 8)).toEqual("No/Name as in passport/Sex/Born/Age/Nationality/Passport/Valid to".split("/"));
    expect(head!.slice(8)).toEqual("Booking/Room Makkah/Room Madinah/Bus and seat/Guardian/Relation/Needs".split("/"));
    // A number is a number, a day the text that was typed, and nothing is nothing.
    expect(cells).toEqual(
      rows.map((row, i) => [
        ...[i + 1, row.passportName, "F", "1970-03-14", row.age, "IDN", row.passportNumber, "2035-01-01"],
        ...[row.bookingCode, "1101 Q", "201 Q", row.bus, null, null, null],
      ]),
    );
    expect(cells.map((row) => typeof row[4])).toEqual(["number", "number", "number"]);
    const unquoted = (text: string) => text.slice(1, -1).split('","');
    expect(lines.map(unquoted)).toEqual([head!, ...cells].map((row) => row.map((cell) => String(cell ?? ""))));
    expect(lines[1]).toContain(`"${rows[0]!.passportNumber}"`);
    const kept = await owner().transact("agency", true, (tx) =>
      tx.execute<{ sealed_rows: string }>(sql`select sealed_rows from manifests where code = ${code}`),
    );
    expect(kept[0]!.sealed_rows).not.toContain(rows[0]!.passportNumber);
    const viewer = await refusal(readManifest(as(world.viewer), { id }));
    expect(viewer.code).toBe("forbidden");
  });
});

describe("the readiness board of one departure among many", () => {
  it("asks only indexes, however many travel elsewhere", async () => {
    const { id, ids, bookingId } = await readyTrip();
    await markReady(owner(), { id, item: "kit", pilgrimIds: ids, done: true });
    await asOwner(world, dropForeignKeys);
    await owner().transact("agency", false, async (tx) => {
      await tx.execute(sql`insert into bookings select (jsonb_populate_record(b, jsonb_build_object('id',
        gen_random_uuid(), 'code', 'X' || n, 'departure_id', md5((n % 100)::text)::uuid))).*
        from bookings b, generate_series(1, 2000) n where b.id = ${bookingId}`);
      await tx.execute(sql`insert into booking_pilgrims select (jsonb_populate_record(p, jsonb_build_object('id',
        gen_random_uuid(), 'booking_id', b.id, 'departure_id', b.departure_id, 'claim_id', null))).*
        from booking_pilgrims p, bookings b where p.id = ${ids[0]!} and b.code like 'X%'`);
      for (const [table, own] of [
        ["pilgrim_documents", "'pilgrim_id', p.id"],
        ["travel_places", "'pilgrim_id', p.id, 'departure_id', p.departure_id, 'unit_id', p.id"],
        ["travel_marks", "'pilgrim_id', p.id, 'departure_id', p.departure_id"],
      ] as const)
        await tx.execute(
          sql.raw(`insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
            ${own}))).* from ${table} t, booking_pilgrims p join bookings b on b.id = p.booking_id
            where t.id = (select id from ${table} where pilgrim_id = '${ids[0]}' limit 1) and b.code like 'X%'`),
        );
    });
    await asOwner(world, (owned) => owned`analyze`);
    const plans = await plansOf(owner(), async (work) => judgeAll(work, await loadTrip(work, { id })));
    expect(plans.length).toBeGreaterThanOrEqual(5);
    const big = /Seq Scan on (booking_pilgrims|bookings|pilgrim_documents|travel_places|travel_marks)/;
    expect(plans.filter((plan) => big.test(plan))).toEqual([]);
    const { userId } = world.pilgrim;
    const trips = await plansOf(systemCall(world), (work) => listPaidOf(work, { userId }));
    expect(trips.join("\n")).toContain("booking_pilgrims_person");
  });
});
