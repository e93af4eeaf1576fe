import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { updateAgency } from "@/lib/agencies/commands/settings";
import { moneyIn } from "@/lib/kernel/amounts";
import { createDeparture, importPrices } from "@/lib/packages/commands/departures";
import { createPackage, updatePackage } from "@/lib/packages/commands/packages";
import { updateDeparture } from "@/lib/packages/commands/update-departure";
import { Departure, ImportedPrices } from "@/lib/packages/contract/departure";
import { Package } from "@/lib/packages/contract/package";
import { PublicList, PublicPackage } from "@/lib/packages/contract/public";
import { readDeparture } from "@/lib/packages/queries/departures";
import { readPackage } from "@/lib/packages/queries/packages";
import { listForSaleNow, readPublicPackage } from "@/lib/packages/queries/public";
import { DEPOSIT, DOUBLE, days, idr, PRICES, QUAD, sellSeats } from "../bookings/support";
import { as, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

const owner = () => as(world.owner);
const adult = (amount: ReturnType<typeof idr>) => ({ roomType: "quad", passengerType: "adult", amount }) as const;
const foreign = moneyIn("USD")(100);
const otherCurrency = (field: string) => ({ code: "validation", details: { fields: { [field]: ["other_currency"] } } });

it("prices, deposits and what a trip begins at are money wherever they are read", async () => {
  const { id, packageId } = await sellSeats(world, 5);
  const departure = z.encode(Departure, await readDeparture(owner(), { id }));
  expect(departure).toMatchObject({ currency: "IDR", prices: PRICES, priceFrom: idr(QUAD) });
  const saved = z.encode(Package, await readPackage(owner(), { id: packageId }));
  const sold = { currency: "IDR", prices: PRICES, priceFrom: idr(QUAD), depositAmount: idr(DEPOSIT) };
  expect(saved).toMatchObject(sold);
  const shown = z.encode(PublicPackage, await readPublicPackage(as(world.pilgrim), { id: packageId }));
  const offered = { prices: PRICES, priceFrom: idr(QUAD) };
  expect(shown).toMatchObject({ currency: "IDR", depositAmount: idr(DEPOSIT), departures: [offered] });
  const list = z.encode(PublicList, await listForSaleNow(as(world.pilgrim), {}));
  expect(list).toMatchObject({ data: [offered], prices: [idr(QUAD)] });
  const csv = "room,passenger,amount\nquad,adult,38500000\n";
  const imported = z.encode(ImportedPrices, await importPrices(owner(), { id, csv, dryRun: false }));
  expect(imported).toMatchObject({ prices: [adult(idr(DOUBLE))], applied: true });
  expect((await readDeparture(owner(), { id })).priceFrom).toEqual(idr(DOUBLE));
});

it("a package without a price or a deposit begins at nothing that is known, and asks for none in the agency's currency", async () => {
  const made = await createPackage(owner(), { category: "ramadhan", name: "Ramadhan Awal", days: 14 });
  expect(made).toMatchObject({ prices: [], priceFrom: null, depositAmount: idr(0), currency: "IDR" });
});

it("money of another currency than the agency's, the package's or the departure's is refused by its field", async () => {
  const begun = { category: "ramadhan", name: "Ramadhan Awal", days: 14 } as const;
  const mixed = [...PRICES, { ...adult(foreign), roomType: "single" as const }];
  const { id, packageId } = await sellSeats(world, 5);
  const dates = { startsAt: days(60).toISOString(), endsAt: days(71).toISOString() };
  const trip = { id: packageId, city: "Jakarta", timeZone: "Asia/Jakarta", capacity: 5, ...dates };
  await expect(createPackage(owner(), { ...begun, prices: mixed })).rejects.toMatchObject(otherCurrency("prices"));
  const dear = createPackage(owner(), { ...begun, depositAmount: foreign });
  await expect(dear).rejects.toMatchObject(otherCurrency("depositAmount"));
  const repriced = updatePackage(owner(), { id: packageId, prices: mixed });
  await expect(repriced).rejects.toMatchObject(otherCurrency("prices"));
  const held = updatePackage(owner(), { id: packageId, depositAmount: foreign });
  await expect(held).rejects.toMatchObject(otherCurrency("depositAmount"));
  const dated = createDeparture(owner(), { ...trip, prices: [adult(foreign)] });
  await expect(dated).rejects.toMatchObject(otherCurrency("prices"));
  const changed = updateDeparture(owner(), { id, prices: [adult(foreign)] });
  await expect(changed).rejects.toMatchObject(otherCurrency("prices"));
  expect(await readDeparture(owner(), { id })).toMatchObject({ prices: PRICES, priceFrom: idr(QUAD) });
});

it("an agency that counts in another currency from now on sells new packages in that, and what stands in its own", async () => {
  const { id, packageId } = await sellSeats(world, 5);
  await updateAgency(owner(), { currency: "USD" });
  const begun = { category: "ramadhan", name: "Ramadhan Akhir", days: 14 } as const;
  await expect(createPackage(owner(), { ...begun, prices: PRICES })).rejects.toMatchObject(otherCurrency("prices"));
  const made = await createPackage(owner(), { ...begun, prices: [adult(foreign)] });
  expect(made).toMatchObject({ currency: "USD", priceFrom: foreign, depositAmount: moneyIn("USD")(0) });
  await updatePackage(owner(), { id: made.id, published: true });
  await sellSeats(world, 5, { id: made.id });
  const kept = await updatePackage(owner(), { id: packageId, depositAmount: idr(1) });
  expect(kept).toMatchObject({ currency: "IDR", depositAmount: idr(1) });
  const dearer = await updateDeparture(owner(), { id, prices: [adult(idr(DOUBLE))] });
  expect(dearer).toMatchObject({ currency: "IDR", priceFrom: idr(DOUBLE) });
  expect((await listForSaleNow(as(world.pilgrim), {})).prices).toEqual([foreign, idr(QUAD), idr(DOUBLE)]);
});
