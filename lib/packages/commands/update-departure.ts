import { z } from "zod";
import { findBranch } from "@/lib/agencies/queries/branches";
import { dayAt } from "@/lib/i18n/wall";
import { lockPools, resize } from "@/lib/inventory/commands";
import { isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, invalid, notFound } from "@/lib/kernel/fault";
import { type Departure, type DepartureMove, UpdateDeparture } from "../contract/departure";
import { departureMoved, departureRedated } from "../facts";
import { mayMovePackage } from "../policy";
import { computePriceFrom, mayMove, mustGoOn, mustHavePrice } from "../rules/life";
import {
  asDeparture,
  type DepartureRow,
  findBookable,
  findDeparture,
  keepFlights,
  lockDeparture,
  lockDue,
  setDeparture,
} from "../store/departures";
import { keepPrices } from "../store/packages";
import { tellDeparture } from "./departures";

/** Changes what is given. Fewer seats than are taken block new sales and touch nobody (R7).
 * @throws Fault `departure_not_found`, `departure_changed` when somebody was faster, `departure_status` for a step its
 * life does not allow, `departure_incomplete`, `departure_over`, `group_not_found`, `validation` for a day that has passed or
 * money of another currency */
export const updateDeparture = command({
  name: "packages.update_departure",
  input: UpdateDeparture,
  load: async (work, { id, branchId }) => {
    const subject = await lockDeparture(work, id);
    if (branchId) await findBranch(work, branchId);
    return { subject, moveTo: branchId };
  },
  allow: mayMovePackage,
  run: async (work, input, { subject }): Promise<Departure> => {
    const { id, version, status, capacity, flights, prices, ...others } = input;
    const fields = { ...others, prices: prices && keepPrices(subject.currency, prices) };
    if (version !== undefined && version !== subject.version) throw conflict("departure_changed");
    if (Object.values(fields).some((value) => value !== undefined)) mustGoOn(subject);
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const after = { ...subject, ...given } as DepartureRow;
    if (after.endsAt <= after.startsAt) throw invalid("endsAt", "ends_before_start");
    mustStaySellable(work, subject, fields);
    if (status) mustMove(work, after, status);
    // Whoever books looks at the status behind the same lock: nobody slips into a departure that was just closed.
    const pool = (await lockPools(work, [subject.poolId])).get(subject.poolId);
    if (capacity !== undefined && capacity !== pool?.capacity) {
      await resize(work, subject.poolId, capacity);
      work.changed("pools", subject.poolId, { capacity: pool?.capacity }, { capacity });
    }
    await setDeparture(work, subject, {
      ...given,
      ...(fields.prices && { priceFrom: computePriceFrom(fields.prices) }),
      ...(flights && { flights: keepFlights(flights) }),
      ...(status && { status }),
    });
    if (status) tellMoved(work, subject, status);
    tellRedated(work, subject, after);
    tellDeparture(work, id);
    return asDeparture(work, await findDeparture(work, id));
  },
});

/** What may be booked keeps a price, and is not sent off by a slip in its day: it would leave within the hour for good. */
function mustStaySellable(work: Work, { status }: DepartureRow, { prices, startsAt }: Change) {
  if (status === "open" && prices) mustHavePrice(prices);
  const waits = status === "open" || status === "closed";
  if (waits && startsAt && startsAt <= work.now) throw invalid("startsAt", "already_past");
}
type Change = Partial<Pick<DepartureRow, "prices" | "startsAt">>;

function mustMove(work: Work, { status: from, startsAt, prices }: DepartureRow, to: DepartureMove) {
  if (!mayMove(from, to)) throw conflict("departure_status", { from, to });
  if (to !== "open") return;
  mustHavePrice(prices);
  if (startsAt <= work.now) throw conflict("departure_incomplete", { fields: { startsAt: ["already_past"] } });
}

const tellMoved = (work: Work, { id, status: from }: DepartureRow, to: DepartureMove) =>
  work.tell(departureMoved, { agencyId: agencyOf(work), departureId: id, from, to });

const daysOf = ({ startsAt, endsAt, timeZone }: DepartureRow) => ({
  from: dayAt(startsAt, timeZone),
  to: dayAt(endsAt, timeZone),
});
function tellRedated(work: Work, before: DepartureRow, after: DepartureRow) {
  const [was, is] = [daysOf(before), daysOf(after)];
  if (was.from === is.from && was.to === is.to) return;
  work.tell(departureRedated, { agencyId: agencyOf(work), departureId: before.id, ...is });
}

/** Departures leave and come home by the clock. */
export const advanceDepartures = command({
  name: "packages.advance_departures",
  input: z.strictObject({}),
  load: lockDue,
  allow: isSystem,
  run: async (work, _input, due) => {
    for (const row of due) {
      const to = row.status === "departed" ? "completed" : "departed";
      await setDeparture(work, row, { status: to });
      tellMoved(work, row, to);
    }
    return due.length;
  },
});

/** Plain verb: names the group whoever has paid joins. */
export async function linkGroup(work: Work, departureId: string, groupId: string): Promise<void> {
  const row = await findBookable(work, departureId);
  if (!row) throw notFound("departure");
  await setDeparture(work, row, { groupId });
  tellDeparture(work, departureId);
}

/** Plain verb: from now on those who pay change nothing of who travels any more. */
export async function markFrozen(work: Work, departureId: string): Promise<void> {
  const row = await findBookable(work, departureId);
  if (!row) throw notFound("departure");
  await setDeparture(work, row, { manifestFrozenAt: work.now });
}
