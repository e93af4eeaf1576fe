import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setDocument } from "@/lib/bookings/commands/pilgrims";
import { freezeManifest, readManifest } from "@/lib/travel/commands/manifest";
import { setRules, setTripRules, waiveItem } from "@/lib/travel/commands/rules";
import type { Item } from "@/lib/travel/contract/readiness";
import { listReadiness } from "@/lib/travel/queries/readiness";
import { readRules, readTripRules } from "@/lib/travel/queries/rules";
import { days, sellPackage, sellSeats } from "../bookings/support";
import { as, newWorld, type World } from "../support/world";
import { acceptPapers, family } from "./support";

let world: World;
let packageId: string;
beforeAll(async () => {
  world = await newWorld();
  packageId = (await sellPackage(world)).id;
});
afterAll(() => world.close());

const owner = () => as(world.owner);
const trip = async () => (await sellSeats(world, 60, { id: packageId })).id;
const code = (error: { code: string; details: unknown }) => [error.code, error.details];
const rule = (item: Item, daysBefore: number | null, blocks: boolean) => ({ item, daysBefore, blocks });
/** Its trips leave in forty days. */
const dayIn = (n: number) => days(n).toISOString().slice(0, 10);
const blocksOf = async (id?: string) =>
  (await (id ? readTripRules(owner(), { id }) : readRules(owner(), {}))).items
    .filter(({ blocks }) => blocks)
    .map(({ item }) => item);

describe("deadlines and what blocks", () => {
  it("are the agency's, a departure's own over them, and go back when they are dropped", async () => {
    const [one, two] = [await trip(), await trip()];
    const comes = await blocksOf();
    await setRules(owner(), { items: [rule("kit", 10, true), rule("visa", 20, true)] });
    expect(await blocksOf(one)).toEqual([...comes, "kit"].toSorted((a, b) => order(a) - order(b)));
    const reason = "Visa on arrival";
    const missing = await setTripRules(owner(), { id: one, items: [rule("visa", 20, false)] }).catch(code);
    expect(missing).toEqual(["validation", { fields: { reason: ["required"] } }]);
    const own = await setTripRules(owner(), { id: one, items: [rule("visa", 20, false)], reason });
    expect(own).toMatchObject({ own: true, reason });
    expect([(await blocksOf(one)).includes("visa"), (await blocksOf(two)).includes("visa")]).toEqual([false, true]);
    await family(world, two, ["female"]);
    const { counts } = await listReadiness(owner(), { id: two });
    expect(counts.find(({ item }) => item === "visa")).toMatchObject({ dueOn: dayIn(40 - 20), blocks: true });
    expect(await setTripRules(owner(), { id: one, items: null })).toMatchObject({ own: false, reason: null });
    await setRules(owner(), { items: null });
    expect(await blocksOf(one)).toEqual(comes);
    expect(await setRules(as(world.viewer), { items: null }).catch(code)).toEqual(["forbidden", undefined]);
  });

  it("[PRODUCT 4.6] the manifest refuses while blocking items exist, and freezes once they are done or waived", async () => {
    const id = await trip();
    const { ids, bookingId } = await family(world, id, ["male", "female"]);
    await acceptPapers(world, bookingId, ids);
    const noVaccine = { kind: "vaccine" as const, status: "missing" as const, expiresOn: null, note: null };
    await setDocument(owner(), { id: bookingId, pilgrimId: ids[1]!, ...noVaccine });
    const rooms = [rule("room", 3, false), rule("seat", 1, false)];
    await setTripRules(owner(), { id, items: rooms, reason: "One family, one flat" });
    const blocked = ["manifest_blocked", { people: 1, items: { vaccine: 1 } }];
    expect(await freezeManifest(owner(), { id }).catch(code)).toEqual(blocked);
    expect(await readManifest(owner(), { id }).catch(code)).toEqual(blocked);
    const wish = { id, item: "vaccine" as const, pilgrimIds: [ids[1]!] };
    expect(await waiveItem(owner(), { ...wish, waived: true }).catch(code)).toEqual([
      "validation",
      { fields: { reason: ["required"] } },
    ]);
    const waived = await waiveItem(owner(), { ...wish, waived: true, reason: "Doctor's letter" });
    expect(waived).toMatchObject({ people: 2, blocking: 0 });
    const told = async (who: World["owner"]) =>
      (await listReadiness(as(who), { id })).data
        .flatMap(({ items }) => items)
        .filter(({ state }) => state === "waived")
        .map(({ item, reason }) => [item, reason]);
    expect(await told(world.owner)).toEqual([["vaccine", "Doctor's letter"]]);
    // Why is for whoever prepares the trip.
    expect(await told(world.viewer)).toEqual([["vaccine", undefined]]);
    expect((await freezeManifest(owner(), { id })).rows).toHaveLength(2);
    await waiveItem(owner(), { ...wish, waived: false });
    expect(await freezeManifest(owner(), { id }).catch(code)).toEqual(blocked);
  });
});

const ITEMS = ["documents", "payment", "visa", "vaccine", "kit", "manasik", "room", "seat"];
const order = (item: string) => ITEMS.indexOf(item);
