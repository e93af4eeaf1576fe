import type { Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { DepartureRef, ListDepartures, ListDeparturesOf } from "../contract/departure";
import { mayExportPackages, mayExportPrices, maySeeDeparture, seesDrafts } from "../policy";
import { writePrices } from "../rules/price-file";
import { asDeparture, type DepartureRow, findBookable, findDeparture, listDepartureRows } from "../store/departures";
import { findPackage } from "../store/packages";

/** A departure with its seats. @throws Fault `departure_not_found` */
export const readDeparture = query({
  name: "packages.read_departure",
  input: DepartureRef,
  load: (work, { id }) => findDeparture(work, id),
  allow: maySeeDeparture,
  run: async (work, _input, row) => asDeparture(work, row),
});

const belongs = async ({ actor }: Work) => (actor.kind === "person" && actor.roles.length > 0) || seesDrafts(actor);
async function list(work: Work, input: ListDepartures) {
  const page = await listDepartureRows(work, input);
  return { ...page, data: page.data.map((row) => asDeparture(work, row)) };
}

/** Departures by their day, soonest first; the past ones latest first. */
export const listDepartures = query({
  name: "packages.list_departures",
  input: ListDepartures,
  load: belongs,
  allow: (_actor, inside) => inside,
  run: list,
});

/** The same list, taken out of the house. */
export const exportDepartures = query({
  name: "packages.export_departures",
  input: ListDepartures,
  load: nothing,
  allow: mayExportPackages,
  run: list,
});

/** The departures of one package, in the same order. */
export const listDeparturesOf = query({
  name: "packages.list_departures_of",
  input: ListDeparturesOf,
  load: async (work, { id }) => {
    const inside = await belongs(work);
    if (inside) await findPackage(work, id);
    return inside;
  },
  allow: (_actor, inside) => inside,
  run: list,
});

/** The prices of a departure as a file. */
export const exportPrices = query({
  name: "packages.export_prices",
  input: DepartureRef,
  load: (work, { id }) => findDeparture(work, id),
  allow: mayExportPrices,
  run: async (_work, _input, row) => ({ csv: writePrices(row.prices, row.currency) }),
});

/** What a booking needs to know of its departure. */
export type Bookable = DepartureRow;
/** Plain verb: a departure with its policy and seats, without reach: whoever asks has the policy. */
export const findOffer = (work: Work, id: string): Promise<Bookable | null> => findBookable(work, id);
