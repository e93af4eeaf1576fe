import { welcome } from "@/lib/agencies/commands/members";
import { dayAt } from "@/lib/i18n/wall";
import type { Line } from "@/lib/inventory/contract";
import { isPerson } from "@/lib/kernel/actor";
import { moneyIn } from "@/lib/kernel/amounts";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { conflict, type Fault, invalid, isFault } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import type { Bookable } from "@/lib/packages/queries/departures";
import type { BookingRow, Payer, PlaceBooking } from "../contract/booking";
import type { Document, PilgrimDetails } from "../contract/pilgrim";
import { bookingPlaced } from "../facts";
import { drawCode } from "../rules/code";
import { computeSettleBy, DRAFT_HOLD_MS } from "../rules/life";
import { judgeAge, judgeParty, judgePassport, takesSeat } from "../rules/party";
import { addBookings, addLines, type NewBooking, reckonPapers } from "../store/bookings";
import { addPilgrims, BLANK, columnsOf, type NewPilgrimRow, putDocuments } from "../store/pilgrims";
import type { EntryRecord } from "../store/waitlist";
import { billAll } from "./billing";
import type { Standing } from "./standing";

export const EXPIRE = "bookings.expire";

/** One wish that may be granted if there are seats. */
export type Cart = {
  work: Work;
  offer: Bookable;
  standing: Standing;
  payer: Payer;
  /** Whose login it is, if any. */
  payerUserId: string | null;
  entry: EntryRecord | null;
  prices: number[];
  pilgrims: PlaceBooking["pilgrims"];
  ids: string[];
  bookingId: string;
  lines: Line[];
  hold: Hold | null;
  guardians: readonly (number | null)[];
  papers: readonly (readonly Document[])[];
};
/** How long the seats wait, where everything is filled in already. */
export type Hold = { status: "pending_payment"; endsAt: Date };
export type Wish = PlaceBooking & {
  entry: EntryRecord | null;
  hold?: Hold;
  /** By place in the cart, the place of whoever looks after them. */
  guardians?: readonly (number | null)[];
  /** By place in the cart, what was known before and judged then. */
  known?: readonly PilgrimDetails[];
  /** By place in the cart, how their papers were judged before. */
  papers?: readonly (readonly Document[])[];
};
type Subject = { offer: Bookable | null; standing: Standing; forOthers: boolean };

/** Refuses what no seat can mend; otherwise the cart with its prices of this moment (R9). */
export function judgeCart(work: Work, wish: Wish, { offer, standing, forOthers }: Subject): Cart | Fault {
  if (offer?.status !== "open" || offer.startsAt <= work.now) return conflict("departure_not_open");
  const party = judgeParty(wish.pilgrims.map(({ passengerType }) => passengerType));
  if (party) return conflict(party);
  const prices = wish.pilgrims.map(({ passengerType, roomType }) =>
    offer.prices.find((one) => one.roomType === roomType && one.passengerType === passengerType),
  );
  const unpriced = wish.pilgrims.find((_, i) => !prices[i]);
  if (unpriced) {
    const { passengerType, roomType } = unpriced;
    return conflict("price_missing", { passengerType, roomType });
  }
  const wrong = wish.pilgrims
    .map(
      ({ passengerType, details }, i) =>
        details && judgeDetails(`pilgrims.${i}.details.`, passengerType, details, offer),
    )
    .find(isFault);
  if (wrong) return wrong;
  const ids = wish.pilgrims.map(() => newId());
  const seated = ids.filter((_, i) => takesSeat(wish.pilgrims[i]!.passengerType));
  return {
    work,
    offer,
    standing,
    ids,
    entry: wish.entry,
    pilgrims: wish.pilgrims.map((one, i) => ({ ...one, details: { ...wish.known?.[i], ...one.details } })),
    bookingId: newId(),
    payerUserId: forOthers ? (wish.payerUserId ?? null) : standing.userId,
    payer: wish.payer ?? standing.payer,
    prices: prices.map((price) => price?.amount ?? 0),
    hold: wish.hold ?? null,
    guardians: wish.guardians ?? [],
    papers: wish.papers ?? [],
    lines: seated.map((id) => ({ poolId: offer.poolId, quantity: 1, holder: `booking_pilgrim:${id}` })),
  };
}

type Trip = Pick<Bookable, "startsAt" | "endsAt" | "timeZone">;
/** The hard stops: a passport that is too short for this trip, an age that is not what was booked. */
export function judgeDetails(
  path: string,
  type: PlaceBooking["pilgrims"][number]["passengerType"],
  { passportExpiresOn, birthDate }: Pick<PilgrimDetails, "passportExpiresOn" | "birthDate">,
  { startsAt, endsAt, timeZone }: Trip,
): Fault | null {
  const [leavesOn, returnsOn] = [dayAt(startsAt, timeZone), dayAt(endsAt, timeZone)];
  if (passportExpiresOn && judgePassport(passportExpiresOn, leavesOn) === "too_short")
    return invalid(`${path}passportExpiresOn`, "passport_too_short");
  const fits = !birthDate || judgeAge(type, birthDate, { leavesOn, returnsOn });
  return fits ? null : invalid(`${path}birthDate`, "age_mismatch");
}

type Granted = { cart: Cart; claimIds: string[] };
/** Writes all granted carts, set by set. Returns what each was answered with. */
export async function writeBookings(granted: readonly Granted[]): Promise<Map<Cart, BookingRow>> {
  const [first] = granted;
  const answers = new Map<Cart, BookingRow>();
  if (!first) return answers;
  await welcome(granted.map(({ cart: { work, standing } }) => ({ work, ...standing })));
  const rows = granted.map(({ cart }) => bookingOf(cart));
  const people = granted.map(pilgrimsOf);
  const { work } = first.cart;
  await addBookings(work, rows);
  await addPilgrims(work, people.flat());
  const fares = granted.map(({ cart }) => faresOf(cart));
  await addLines(work, fares.flat());
  for (const { cart } of granted) await addPapers(cart);
  await billAll(granted.map(({ cart }, i) => ({ ...billed(cart), row: rows[i]!, fares: fares[i]! })));
  for (const [i, { cart }] of granted.entries()) {
    const row = rows[i]!;
    tellPlaced(cart, row, people[i]!);
    answers.set(cart, answerOf(cart, row));
  }
  return answers;
}

async function addPapers({ work, papers, ids, bookingId }: Cart) {
  if (papers.every((each) => each.length === 0)) return;
  for (const [i, each] of papers.entries()) for (const paper of each) await putDocuments(work, [ids[i]!], paper);
  reckonPapers(work, bookingId);
}

const billed = ({ work, offer }: Cart) => ({ work, packageName: offer.package.name, startsAt: offer.startsAt });

function tellPlaced({ work, bookingId, offer }: Cart, row: NewBooking, people: NewPilgrimRow[]) {
  work.changed("bookings", bookingId, null, row);
  for (const one of people) work.changed("booking_pilgrims", one.id, null, one);
  if (row.holdEndsAt) work.later({ task: EXPIRE, key: bookingId, runAt: row.holdEndsAt, payload: { id: bookingId } });
  const { payerUserId } = row;
  work.tell(bookingPlaced, { agencyId: agencyOf(work), bookingId, departureId: offer.id, payerUserId });
}

function bookingOf({ work, offer, entry, payerUserId, payer, prices, pilgrims, bookingId, hold }: Cart): NewBooking {
  const own = isPerson(work.actor) ? work.actor.branchId : null;
  const { depositAmount, settlementDays, cancellationTiers } = offer.policy;
  return {
    id: bookingId,
    departureId: offer.id,
    branchId: offer.branchId ?? entry?.branchId ?? own,
    code: drawCode(),
    status: hold?.status ?? "draft",
    payerUserId,
    payerName: payer.name,
    payerPhone: payer.phone,
    payerEmail: payer.email,
    currency: offer.currency,
    owed: prices.reduce((sum, price) => sum + price, 0),
    policy: { depositAmount, settlementDays, cancellationTiers },
    holdEndsAt: hold?.endsAt ?? addMs(work.now, DRAFT_HOLD_MS),
    pilgrimCount: pilgrims.length,
  };
}

function pilgrimsOf({ cart, claimIds }: Granted): NewPilgrimRow[] {
  const { work, offer, payerUserId, payer, pilgrims, ids, bookingId, guardians } = cart;
  const claims = [...claimIds];
  return pilgrims.map(({ passengerType, roomType, isPayer, details }, position) => {
    const id = ids[position]!;
    const own = isPayer ? { passportName: payer.name, phone: payer.phone } : {};
    return {
      ...BLANK,
      ...own,
      ...columnsOf(work, id, details ?? {}),
      id,
      bookingId,
      departureId: offer.id,
      position,
      passengerType,
      roomType,
      state: "active" as const,
      guardianId: ids[guardians[position] ?? -1] ?? null,
      userId: isPayer ? payerUserId : null,
      claimId: takesSeat(passengerType) ? (claims.shift() ?? null) : null,
    };
  });
}

const faresOf = ({ pilgrims, prices, ids, bookingId }: Cart) =>
  pilgrims.map(({ passengerType, roomType }, i) => ({
    id: newId(),
    bookingId,
    pilgrimId: ids[i]!,
    kind: "fare" as const,
    roomType,
    passengerType,
    amount: prices[i]!,
  }));

function answerOf({ work, offer }: Cart, row: NewBooking): BookingRow {
  const { id, code, status, departureId, payerName, currency, owed, holdEndsAt, pilgrimCount } = row;
  const { startsAt, endsAt, timeZone, policy } = offer;
  const settleBy = computeSettleBy(startsAt, policy.settlementDays);
  const money = moneyIn(currency);
  return {
    id,
    code,
    status,
    departureId,
    payerName,
    owed: money(owed),
    holdEndsAt,
    startsAt,
    endsAt,
    timeZone,
    settleBy,
    packageName: offer.package.name,
    pilgrims: pilgrimCount,
    paid: money(0),
    needsDecision: false,
    createdAt: work.now,
  };
}
