import { fromWall, toWall } from "@/lib/i18n/wall-time";
import type { Departure, Flight } from "@/lib/packages/contract/departure";
import { draftPrices, readPrices } from "./package-draft";
import type { Draft, Read } from "./use-draft";

type FlightWish = Omit<Flight, "departsAt" | "arrivesAt"> & { departsAt: string; arrivesAt: string };
export type DepartureWish = {
  city: string;
  startsAt: string;
  endsAt: string;
  capacity: number;
  prices: Departure["prices"];
  flights: FlightWish[];
  groupId: string | null;
};

export const FLIGHTS = 8;
const SAUDI = "Asia/Riyadh";
const DAY = 86_400_000;
const FLIGHT_PARTS = ["number", "from", "to", "departsAt", "departsZone", "arrivesAt", "arrivesZone"] as const;
const flightKey = (i: number, part: (typeof FLIGHT_PARTS)[number]) => `flight.${i}.${part}`;

/** How many flights stand in the draft, empty ones among them. */
export const flightCount = (draft: Draft) =>
  Array.from({ length: FLIGHTS }, (_, i) => i).filter((i) => flightKey(i, "number") in draft).length;

const draftFlight = (i: number, flight: Record<(typeof FLIGHT_PARTS)[number], string>): Draft =>
  Object.fromEntries(FLIGHT_PARTS.map((part) => [flightKey(i, part), flight[part]]));

/** One more line for a flight: out in the zone of the city, home from Saudi Arabia. */
export function withFlight(draft: Draft, timeZone: string): Draft {
  const i = flightCount(draft);
  const [departsZone, arrivesZone] = i === 0 ? [timeZone, SAUDI] : [SAUDI, timeZone];
  const [departsAt, arrivesAt] = i === 0 ? [draft.startsAt ?? "", ""] : ["", draft.endsAt ?? ""];
  const ends = { from: draft["flight.0.to"] ?? "", to: draft["flight.0.from"] ?? "" };
  return { ...draft, ...draftFlight(i, { number: "", ...ends, departsAt, arrivesAt, departsZone, arrivesZone }) };
}

/** The same without one of its flights. */
export function withoutFlight(draft: Draft, gone: number): Draft {
  const kept = Array.from({ length: flightCount(draft) }, (_, i) => i).filter((i) => i !== gone);
  const rest = Object.fromEntries(Object.entries(draft).filter(([key]) => !key.startsWith("flight.")));
  const moved = kept.flatMap((from, to) =>
    FLIGHT_PARTS.map((part) => [flightKey(to, part), draft[flightKey(from, part)] ?? ""]),
  );
  return { ...rest, ...Object.fromEntries(moved) };
}

export const draftDeparture = ({ flights, prices, currency, timeZone, ...saved }: Departure): Draft => ({
  city: saved.city,
  startsAt: toWall(saved.startsAt, timeZone),
  endsAt: toWall(saved.endsAt, timeZone),
  seats: String(saved.capacity),
  group: saved.groupId ?? "",
  ...draftPrices(prices, currency),
  ...Object.assign(
    {},
    ...flights.map((one, i) =>
      draftFlight(i, {
        ...one,
        departsAt: toWall(one.departsAt, one.departsZone),
        arrivesAt: toWall(one.arrivesAt, one.arrivesZone),
      }),
    ),
  ),
});

/** The day on which the trip sets out, and with it the day it comes home, unless somebody wrote another. */
export function withStart(draft: Draft, startsAt: string, days: number): Draft {
  const home = (from: string | undefined) => {
    const at = fromWall(from ?? "", "UTC");
    return at ? toWall(new Date(at.getTime() + (days - 1) * DAY), "UTC") : "";
  };
  const isOurs = !draft.endsAt || draft.endsAt === home(draft.startsAt);
  return { ...draft, startsAt, endsAt: isOurs ? home(startsAt) : (draft.endsAt ?? "") };
}

function readFlight(draft: Draft, i: number, wrong: string[]): FlightWish {
  const text = (part: (typeof FLIGHT_PARTS)[number]) => (draft[flightKey(i, part)] ?? "").trim();
  const [departsZone, arrivesZone] = [text("departsZone"), text("arrivesZone")];
  const [departs, arrives] = [fromWall(text("departsAt"), departsZone), fromWall(text("arrivesAt"), arrivesZone)];
  const number = text("number").toUpperCase();
  const [from, to] = [text("from").toUpperCase(), text("to").toUpperCase()];
  const good = {
    number: /^[A-Z0-9]{2}\s?\d{1,4}$/.test(number),
    from: /^[A-Z]{3}$/.test(from),
    to: /^[A-Z]{3}$/.test(to),
    departsAt: departs !== null,
    arrivesAt: arrives !== null && (!departs || departs < arrives),
  };
  for (const part of FLIGHT_PARTS) if (part in good && !good[part as "number"]) wrong.push(flightKey(i, part));
  const at = (moment: Date | null) => moment?.toISOString() ?? "";
  return { number, from, to, departsAt: at(departs), arrivesAt: at(arrives), departsZone, arrivesZone };
}

/** What the draft means, its times on the clock of the city of departure. */
export function readDeparture(
  draft: Draft,
  { timeZone, currency }: Pick<Departure, "timeZone" | "currency">,
): Read<DepartureWish> {
  const [startsAt, endsAt] = [fromWall(draft.startsAt ?? "", timeZone), fromWall(draft.endsAt ?? "", timeZone)];
  const wrong = [
    ...(draft.city?.trim() ? [] : ["city"]),
    ...(startsAt ? [] : ["startsAt"]),
    ...(endsAt ? [] : ["endsAt"]),
    ...(/^\d{1,4}$/.test(draft.seats ?? "") ? [] : ["seats"]),
  ];
  const prices = readPrices(draft, currency, wrong);
  const flights = Array.from({ length: flightCount(draft) }, (_, i) => readFlight(draft, i, wrong));
  const wish: DepartureWish = {
    city: draft.city?.trim() ?? "",
    capacity: Number(draft.seats),
    prices,
    flights,
    startsAt: startsAt?.toISOString() ?? "",
    endsAt: endsAt?.toISOString() ?? "",
    groupId: draft.group || null,
  };
  return wrong.length > 0 ? { wrong } : { wish };
}
