import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { insertRows, isOneOf } from "@/db/rows";
import { pilgrimDocuments } from "@/db/schema/booking-papers";
import { bookingPilgrims } from "@/db/schema/bookings";
import { dayAt } from "@/lib/i18n/wall";
import { moneyIn } from "@/lib/kernel/amounts";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import type { Document, Pilgrim, PilgrimDetails } from "../contract/pilgrim";
import { judgePassport, missingToTravel } from "../rules/party";
import type { BookingRecord } from "./bookings";
import { openPaper, sealPaper } from "./papers";

export type PilgrimRecord = typeof bookingPilgrims.$inferSelect;
export type DocumentRecord = typeof pilgrimDocuments.$inferSelect;
export type NewPilgrimRow = Omit<PilgrimRecord, "agencyId" | "createdAt" | "cancellation" | "guardianId"> & {
  guardianId?: string | null;
};

const ofBooking = (work: Work, bookingId: string) =>
  and(eq(bookingPilgrims.agencyId, agencyOf(work)), eq(bookingPilgrims.bookingId, bookingId));

/** Everybody who was ever in it, in the order they were put in. */
export const listParty = (work: Work, bookingId: string): Promise<PilgrimRecord[]> =>
  work.tx
    .select()
    .from(bookingPilgrims)
    .where(ofBooking(work, bookingId))
    .orderBy(asc(bookingPilgrims.position), asc(bookingPilgrims.id));

/** @throws Fault `pilgrim_not_found` */
export async function findPilgrim(work: Work, bookingId: string, id: string): Promise<PilgrimRecord> {
  const [row] = await work.tx
    .select()
    .from(bookingPilgrims)
    .where(and(ofBooking(work, bookingId), eq(bookingPilgrims.id, id)));
  if (!row) throw notFound("pilgrim");
  return row;
}

/** Of whom nothing is known yet. */
export const BLANK = {
  userId: null,
  passportName: null,
  passportNumber: null,
  passportExpiresOn: null,
  nationalId: null,
  birthDate: null,
  gender: null,
  nationality: null,
  phone: null,
  emergencyName: null,
  emergencyPhone: null,
  healthNotes: null,
  roomWish: null,
  relation: null,
};
export function addPilgrims(work: Work, rows: readonly NewPilgrimRow[]) {
  const full = rows.map((row) => ({ agencyId: agencyOf(work), createdAt: work.now, ...row }));
  return work.tx.send(insertRows(work.tx, bookingPilgrims, full));
}

export async function setPilgrim(
  work: Work,
  before: PilgrimRecord,
  change: Partial<typeof bookingPilgrims.$inferInsert>,
): Promise<PilgrimRecord> {
  const after = { ...before, ...change } as PilgrimRecord;
  if (Object.keys(change).length === 0) return before;
  await work.tx
    .update(bookingPilgrims)
    .set(change)
    .where(and(eq(bookingPilgrims.agencyId, agencyOf(work)), eq(bookingPilgrims.id, before.id)));
  const was = Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof PilgrimRecord]]));
  work.changed("booking_pilgrims", before.id, was, change);
  return after;
}

/** What is kept of somebody's details: numbers of papers sealed to their row. */
export function columnsOf(work: Work, pilgrimId: string, { passportNumber, nationalId, ...open }: PilgrimDetails) {
  const given = Object.fromEntries(Object.entries(open).filter(([, value]) => value !== undefined)) as typeof open;
  const sealed = (field: "passportNumber" | "nationalId", value: string | null | undefined) =>
    value === undefined ? {} : { [field]: value === null ? null : sealPaper(work, pilgrimId, field, value) };
  return { ...given, ...sealed("passportNumber", passportNumber), ...sealed("nationalId", nationalId) };
}

/** The numbers themselves. */
export function openPapers(work: Work, { id, passportNumber, nationalId }: PilgrimRecord) {
  return {
    passportNumber: passportNumber && openPaper(work, id, "passportNumber", passportNumber),
    nationalId: nationalId && openPaper(work, id, "nationalId", nationalId),
  };
}

export const listDocuments = async (work: Work, pilgrimIds: readonly string[]): Promise<DocumentRecord[]> =>
  pilgrimIds.length === 0
    ? []
    : work.tx
        .select()
        .from(pilgrimDocuments)
        .where(and(eq(pilgrimDocuments.agencyId, agencyOf(work)), isOneOf(pilgrimDocuments.pilgrimId, pilgrimIds)))
        .orderBy(asc(pilgrimDocuments.kind));

export async function putDocuments(work: Work, pilgrimIds: readonly string[], document: Document) {
  const about = { ...document, agencyId: agencyOf(work), decidedAt: work.now };
  const rows = pilgrimIds.map((pilgrimId) => ({ ...about, id: newId(), pilgrimId }));
  const { status, expiresOn, note } = document;
  await work.tx
    .insert(pilgrimDocuments)
    .values(rows)
    .onConflictDoUpdate({
      target: [pilgrimDocuments.agencyId, pilgrimDocuments.pilgrimId, pilgrimDocuments.kind],
      set: { status, expiresOn, note, decidedAt: work.now },
    });
  for (const row of rows) work.changed("pilgrim_documents", row.pilgrimId, null, row);
}

/** Logins among these pilgrims who still travel on the departure by another seat or booking. */
export async function stillTravelling(work: Work, departureId: string, userIds: readonly string[]): Promise<string[]> {
  const rows = await work.tx
    .select({ userId: bookingPilgrims.userId })
    .from(bookingPilgrims)
    .where(
      and(
        ...[eq(bookingPilgrims.agencyId, agencyOf(work)), eq(bookingPilgrims.departureId, departureId)],
        ...[eq(bookingPilgrims.state, "active"), inArray(bookingPilgrims.userId, [...userIds])],
        sql`exists (select 1 from bookings b where b.agency_id = ${bookingPilgrims.agencyId}
          and b.id = ${bookingPilgrims.bookingId} and b.status in ('paid', 'completed'))`,
      ),
    );
  return rows.map(({ userId }) => userId).filter((id) => id !== null);
}

/** Paid bookings of trips that are not over on which this person travels. */
export async function listPaidFor(work: Work, userId: string): Promise<string[]> {
  const rows = await work.tx
    .selectDistinct({ id: bookingPilgrims.bookingId })
    .from(bookingPilgrims)
    .where(
      and(
        ...[eq(bookingPilgrims.agencyId, agencyOf(work)), eq(bookingPilgrims.userId, userId)],
        eq(bookingPilgrims.state, "active"),
        sql`exists (select 1 from bookings b join departures d on d.agency_id = b.agency_id and d.id = b.departure_id
          where b.agency_id = ${bookingPilgrims.agencyId} and b.id = ${bookingPilgrims.bookingId} and b.status = 'paid'
          and d.ends_at >= ${work.now.toISOString()}::timestamptz)`,
      ),
    );
  return rows.map(({ id }) => id);
}

type Eyes = { papers: boolean; health: boolean };
const tail = (number: string) => `••••${number.slice(-3)}`;

/** Somebody as the reader may see them: numbers masked, or nothing of the papers at all. */
export function asPilgrim(
  work: Work,
  row: PilgrimRecord,
  { departure, currency }: Pick<BookingRecord, "departure" | "currency">,
  more: { price: number; documents: readonly DocumentRecord[]; eyes: Eyes },
): Pilgrim {
  const { papers, health } = more.eyes;
  const leavesOn = dayAt(departure.startsAt, departure.timeZone);
  const money = moneyIn(currency);
  const { cancellation: cancelled } = row;
  const numbers = papers ? openPapers(work, row) : { passportNumber: null, nationalId: null };
  const hidden = <T>(value: T): T | null => (papers ? value : null);
  return {
    id: row.id,
    state: row.state,
    passengerType: row.passengerType,
    roomType: row.roomType,
    userId: row.userId,
    passportName: row.passportName,
    phone: row.phone,
    gender: row.gender,
    roomWish: row.roomWish,
    guardianId: row.guardianId,
    relation: row.relation as Pilgrim["relation"],
    price: money(more.price),
    passportNumber: numbers.passportNumber && tail(numbers.passportNumber),
    nationalId: numbers.nationalId && tail(numbers.nationalId),
    passportExpiresOn: hidden(row.passportExpiresOn),
    birthDate: hidden(row.birthDate),
    nationality: hidden(row.nationality),
    emergencyName: health ? row.emergencyName : null,
    emergencyPhone: health ? row.emergencyPhone : null,
    healthNotes: health ? row.healthNotes : null,
    passport: judgePassport(row.passportExpiresOn, leavesOn),
    missing: row.state === "active" ? missingToTravel(row, leavesOn) : [],
    documents: papers
      ? more.documents
          .filter(({ pilgrimId }) => pilgrimId === row.id)
          .map(({ kind, status, expiresOn, note }) => ({ kind, status, expiresOn, note }))
      : [],
    cancellation: cancelled && { ...cancelled, price: money(cancelled.price), kept: money(cancelled.kept) },
  };
}
