import { findBranch } from "@/lib/agencies/queries/branches";
import { betweenOnWall, laterOnWall } from "@/lib/i18n/wall-time";
import { openPool } from "@/lib/inventory/commands";
import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { isInstant } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { invalid } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import {
  CreateDeparture,
  type Departure,
  DuplicateDeparture,
  type ImportedPrices,
  ImportPrices,
} from "../contract/departure";
import { departureChanged } from "../facts";
import { mayChangePackage } from "../policy";
import { computePriceFrom, mustGoOn, mustHavePrice } from "../rules/life";
import { readPrices } from "../rules/price-file";
import {
  addDeparture,
  asDeparture,
  findDeparture,
  keepFlights,
  lockDeparture,
  setDeparture,
} from "../store/departures";
import { keepPrices, sharePackage, showPrices } from "../store/packages";

/** Plain verb: says that a departure changed. */
export const tellDeparture = (work: Work, departureId: string) =>
  work.tell(departureChanged, { agencyId: agencyOf(work), departureId });

/** A departure of a branch is its manager's; one of no branch is the agency's. */
const branchFor = async (work: Work, branchId: string | null, own: string | null) =>
  branchId ? (await findBranch(work, branchId)).id : own;

/** Writes down a dated run of a package with its pool of seats; it begins as a draft.
 * @throws Fault `package_not_found`, `branch_not_found`, `group_not_found`, `validation` for money of another currency */
export const createDeparture = command({
  name: "packages.create_departure",
  input: CreateDeparture,
  load: async (work, { id, branchId }) => {
    const row = await sharePackage(work, id);
    const mine = isPerson(work.actor) ? work.actor.branchId : null;
    return { row, branchId: await branchFor(work, branchId, row.branchId ?? mine) };
  },
  allow: mayChangePackage,
  run: async (work, { id: packageId, capacity, flights, prices, ...fields }, { row, branchId }): Promise<Departure> => {
    const id = newId();
    const own = prices ? keepPrices(row.currency, prices) : row.prices;
    const poolId = await openPool(work, { kind: "seats", capacity });
    await addDeparture(work, {
      ...fields,
      id,
      packageId,
      branchId,
      poolId,
      status: "draft",
      currency: row.currency,
      flights: keepFlights(flights),
      prices: own,
      priceFrom: computePriceFrom(own),
    });
    tellDeparture(work, id);
    return asDeparture(work, await findDeparture(work, id));
  },
});

/** The same departure on another day: seats, prices and flights go along, as a draft of its own. Everything is at the hour it
 * was by the clock of its own place, also where clocks change in between.
 * @throws Fault `departure_not_found`, `package_not_found` once it is put away, `validation` for a day that has passed */
export const duplicateDeparture = command({
  name: "packages.duplicate_departure",
  input: DuplicateDeparture,
  load: async (work, { id }) => {
    const row = await findDeparture(work, id);
    await sharePackage(work, row.packageId);
    return row;
  },
  allow: mayChangePackage,
  run: async (work, { startsAt }, row): Promise<Departure> => {
    if (startsAt <= work.now) throw invalid("startsAt", "already_past");
    const later = betweenOnWall(row.startsAt, startsAt, row.timeZone);
    const endsAt = laterOnWall(row.endsAt, later, row.timeZone);
    if (!isInstant(endsAt)) throw invalid("startsAt", "too_big");
    const move = (iso: string, zone: string) => laterOnWall(new Date(iso), later, zone).toISOString();
    const flights = row.flights.map((one) => ({
      ...one,
      departsAt: move(one.departsAt, one.departsZone),
      arrivesAt: move(one.arrivesAt, one.arrivesZone),
    }));
    const { packageId, branchId, city, timeZone, currency, prices, priceFrom } = row;
    const id = newId();
    const poolId = await openPool(work, { kind: "seats", capacity: row.seats.capacity });
    await addDeparture(work, {
      id,
      packageId,
      branchId,
      city,
      timeZone,
      currency,
      prices,
      priceFrom,
      poolId,
      flights,
      status: "draft",
      startsAt,
      endsAt,
    });
    tellDeparture(work, id);
    return asDeparture(work, await findDeparture(work, id));
  },
});

/** Reads prices from a file, says what is wrong line by line, and takes them when asked to and nothing is.
 * @throws Fault `departure_not_found`, `departure_over`, `departure_incomplete` when what is on sale would lose its price for
 * adults */
export const importPrices = command({
  name: "packages.import_prices",
  input: ImportPrices,
  load: (work, { id }) => lockDeparture(work, id),
  allow: mayChangePackage,
  run: async (work, { id, csv, dryRun }, row): Promise<ImportedPrices> => {
    mustGoOn(row);
    const { prices, problems } = readPrices(csv, row.currency);
    const applied = !dryRun && problems.length === 0;
    if (applied) {
      if (row.status === "open") mustHavePrice(prices);
      await setDeparture(work, row, { prices, priceFrom: computePriceFrom(prices) });
      tellDeparture(work, id);
    }
    return { prices: showPrices(row.currency, prices), problems, applied };
  },
});
