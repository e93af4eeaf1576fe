import type { z } from "zod";
import { dayAt } from "@/lib/i18n/wall";
import { isMinor } from "@/lib/kernel/age";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, invalid, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import type { Booking } from "../contract/booking";
import {
  type Document,
  type Papers,
  type PilgrimDetails,
  PilgrimRef,
  ReadMrz,
  SetDocument,
  SetPapers,
  SubstitutePilgrim,
  UpdatePilgrim,
} from "../contract/pilgrim";
import { pilgrimSubstituted } from "../facts";
import { isFrozen, mayChangeBooking, mayChangePapers, mayJudgePapers, maySeePapers } from "../policy";
import { priceOf, showBooking } from "../queries/show";
import { isLive } from "../rules/life";
import { readMrz } from "../rules/mrz";
import { judgePaper, mayGuard } from "../rules/party";
import { addLines, type BookingRecord, findBooking, listLines, lockBooking, reckonPapers } from "../store/bookings";
import {
  addPilgrims,
  BLANK,
  columnsOf,
  findPilgrim,
  listParty,
  openPapers,
  type PilgrimRecord,
  putDocuments,
  setPilgrim,
} from "../store/pilgrims";
import { judgeDetails } from "./cart";
import { tellChanged } from "./settle";

type Place = BookingRecord & { one: PilgrimRecord };
const loadPlace = async (work: Work, { id, pilgrimId }: { id: string; pilgrimId: string }): Promise<Place> => {
  const booking = await lockBooking(work, id);
  return { ...booking, one: await findPilgrim(work, id, pilgrimId) };
};

function mustTravel({ status, one }: Place) {
  if (!isLive(status)) throw conflict("booking_over", { status });
  if (one.state !== "active") throw conflict("pilgrim_gone");
}

/** A guardian is a grown-up of the same booking who travels, and does not turn out to be under age. */
async function judgeGuardians(work: Work, { id, one, departure }: Place, { guardianId, birthDate }: PilgrimDetails) {
  if (!guardianId && !birthDate) return;
  const leavesOn = dayAt(departure.startsAt, departure.timeZone);
  const others = (await listParty(work, id)).filter((other) => other.state === "active" && other.id !== one.id);
  const guardian = others.find((other) => other.id === guardianId);
  if (guardianId && !(guardian && mayGuard(guardian, leavesOn))) throw invalid("guardianId", "guardian_unknown");
  if (isMinor(birthDate ?? null, leavesOn) && others.some((other) => other.guardianId === one.id))
    throw conflict("guardian_needed");
}

/** Once the list of who flies is frozen, whoever pays asks the office (PRODUCT 3). */
function mustBeOpen(work: Work, booking: BookingRecord) {
  if (isFrozen(work.actor, booking)) throw conflict("manifest_frozen");
}

async function change(work: Work, place: Place, details: PilgrimDetails): Promise<Booking> {
  mustTravel(place);
  mustBeOpen(work, place);
  const wrong = judgeDetails("", place.one.passengerType, details, place.departure);
  if (wrong) throw wrong;
  await judgeGuardians(work, place, details);
  await setPilgrim(work, place.one, columnsOf(work, place.one.id, details));
  tellChanged(work, place, place.status);
  return showBooking(work, place.id);
}

/** Fills in what is known of somebody who travels, piece by piece.
 * @throws Fault `booking_over`, `pilgrim_gone`, `validation` for a passport under six months at the departure, an age
 * that is not what was booked, or a guardian who is none; `guardian_needed` when a guardian turns out to be under age */
export const updatePilgrim = command({
  name: "bookings.update_pilgrim",
  input: UpdatePilgrim,
  load: (work, input) => loadPlace(work, input),
  allow: mayChangePapers,
  run: (work, { id: _, pilgrimId: __, ...details }, place) => change(work, place, details),
});

/** Fills in a passport from the two lines at its foot, once their check digits agree.
 * @throws Fault `validation` naming what can't be right; and as `updatePilgrim` */
export const readPassport = command({
  name: "bookings.read_mrz",
  input: ReadMrz,
  load: (work, input) => loadPlace(work, input),
  allow: mayChangePapers,
  run: async (work, { mrz }, place) => {
    const found = readMrz(mrz, work.now.getUTCFullYear());
    if (!found.ok) throw invalid("mrz", `mrz_${found.problem}`);
    const { passportNumber, passportName, birthDate, gender, nationality, expiresOn: passportExpiresOn } = found;
    const read = { passportNumber, passportName, birthDate, nationality, passportExpiresOn };
    return change(work, place, gender ? { ...read, gender } : read);
  },
});

/** Somebody else takes the seat, at the same price; the seat itself never goes back (R5).
 * @throws Fault `booking_over`, `pilgrim_gone`, `guardian_needed`, and as `updatePilgrim` */
export const substitutePilgrim = command({
  name: "bookings.substitute_pilgrim",
  input: SubstitutePilgrim,
  load: (work, input) => loadPlace(work, input),
  allow: mayChangeBooking,
  run: async (work, { id, pilgrimId, details }, place): Promise<Booking> => {
    mustTravel(place);
    mustBeOpen(work, place);
    const { one } = place;
    if (place.departure.startsAt <= work.now) throw conflict("booking_over");
    const wrong = judgeDetails("details.", one.passengerType, details, place.departure);
    if (wrong) throw wrong;
    if ((await listParty(work, id)).some((other) => other.state === "active" && other.guardianId === pilgrimId))
      throw conflict("guardian_needed");
    const byId = await swap(work, one, details);
    reckonPapers(work, id);
    const { departureId, payerUserId } = place;
    work.tell(pilgrimSubstituted, {
      agencyId: agencyOf(work),
      bookingId: id,
      departureId,
      payerUserId,
      pilgrimId,
      byId,
    });
    return showBooking(work, id);
  },
});

async function swap(work: Work, one: PilgrimRecord, details: z.output<typeof SubstitutePilgrim>["details"]) {
  const { bookingId, departureId, position, passengerType, roomType, claimId } = one;
  const byId = newId();
  const about = { id: byId, bookingId, departureId, position, passengerType, roomType, claimId };
  const row = { ...BLANK, ...columnsOf(work, byId, details), ...about, state: "active" as const };
  const price = priceOf(await listLines(work, bookingId), one.id);
  await setPilgrim(work, one, { state: "substituted", claimId: null });
  await addPilgrims(work, [row]);
  work.changed("booking_pilgrims", byId, null, row);
  const line = { bookingId, roomType, passengerType };
  await addLines(work, [
    { ...line, id: newId(), pilgrimId: one.id, kind: "cancelled", amount: -price },
    { ...line, id: newId(), pilgrimId: byId, kind: "fare", amount: price },
  ]);
  return byId;
}

async function judge(work: Work, booking: BookingRecord, people: readonly PilgrimRecord[], document: Document) {
  if (people.some(({ state }) => state !== "active")) throw conflict("pilgrim_gone");
  const { startsAt, timeZone } = booking.departure;
  const wrong = document.status === "accepted" && judgePaper(document, dayAt(startsAt, timeZone));
  if (wrong) throw invalid("expiresOn", wrong);
  await putDocuments(
    work,
    people.map(({ id }) => id),
    document,
  );
  reckonPapers(work, booking.id);
  tellChanged(work, booking, booking.status);
}

/** Notes whether a paper was seen and until when it is good.
 * @throws Fault `booking_not_found`, `pilgrim_not_found`, `pilgrim_gone`, `validation` for accepting what ends before the trip */
export const setDocument = command({
  name: "bookings.set_document",
  input: SetDocument,
  load: (work, input) => loadPlace(work, input),
  allow: mayJudgePapers,
  run: async (work, { id, pilgrimId: _, ...document }, place): Promise<Booking> => {
    await judge(work, place, [place.one], document);
    return showBooking(work, id);
  },
});

/** The same for several pilgrims of one booking at once. @throws Fault as `setDocument`, and then nobody's paper is noted */
export const setPapers = command({
  name: "bookings.set_papers",
  input: SetPapers,
  load: async (work, { id }) => ({ ...(await lockBooking(work, id)), party: await listParty(work, id) }),
  allow: mayJudgePapers,
  run: async (work, { id: _, pilgrimIds, ...document }, { party, ...booking }): Promise<void> => {
    const people = [...new Set(pilgrimIds)].map((pilgrimId) => party.find(({ id }) => id === pilgrimId));
    if (!people.every((one) => one !== undefined)) throw notFound("pilgrim");
    await judge(work, booking, people, document);
  },
});

/** The numbers of somebody's papers in full; who looked stands in the log. */
export const readPapers = command({
  name: "bookings.read_papers",
  input: PilgrimRef,
  load: async (work, { id, pilgrimId }) => {
    const booking = await findBooking(work, id);
    return { ...booking, one: await findPilgrim(work, id, pilgrimId) };
  },
  allow: maySeePapers,
  run: async (work, _input, { one }): Promise<z.output<typeof Papers>> => {
    work.changed("booking_pilgrims", one.id, null, { looked: ["passportNumber", "nationalId"] });
    return openPapers(work, one);
  },
});
