import { availability } from "@/lib/inventory/queries";
import { readReminded } from "@/lib/invoices/queries/remind";
import { moneyIn } from "@/lib/kernel/amounts";
import type { Work } from "@/lib/kernel/call";
import type { Booking, BookingLine } from "../contract/booking";
import { isFrozen, mayChangeBooking, maySeeHealth, maySeePapers } from "../policy";
import { asRow, findBooking, type LineRecord, listLines } from "../store/bookings";
import { asPilgrim, listDocuments, listParty } from "../store/pilgrims";

type Priced = { pilgrimId: string; kind: string; amount: number };
/** Plain verb: what somebody was booked at. */
export const priceOf = (lines: readonly Priced[], pilgrimId: string) =>
  lines
    .filter((line) => line.pilgrimId === pilgrimId && line.kind === "fare")
    .reduce((sum, { amount }) => sum + amount, 0);

const asLine = ({ id, pilgrimId, kind, roomType, passengerType, amount }: LineRecord, currency: string) =>
  ({ id, pilgrimId, kind, roomType, passengerType, amount: { amount, currency } }) as BookingLine;

/** Plain verb: a booking as its reader may see it. @throws Fault `booking_not_found` */
export async function showBooking(work: Work, id: string): Promise<Booking> {
  const row = await findBooking(work, id);
  const [party, lines] = await Promise.all([listParty(work, id), listLines(work, id)]);
  const shown = party.filter(({ state }) => state !== "substituted");
  const [documents, [pool], remindedAt] = await Promise.all([
    listDocuments(
      work,
      shown.map((one) => one.id),
    ),
    availability(work, [row.departure.poolId]),
    readReminded(work, { kind: "booking", id }),
  ]);
  const eyes = { papers: maySeePapers(work.actor, row), health: maySeeHealth(work.actor, row) };
  const { status: departs } = row.departure;
  const money = moneyIn(row.currency);
  const owed = row.status === "expired" ? 0 : row.owed;
  return {
    ...asRow(row),
    departureStatus: departs === "open" && pool?.left === 0 ? "full" : departs,
    payer: { userId: row.payerUserId, name: row.payerName, phone: row.payerPhone, email: row.payerEmail },
    party: shown.map((one) => asPilgrim(work, one, row, { price: priceOf(lines, one.id), documents, eyes })),
    lines: lines.map((line) => asLine(line, row.currency)),
    deposit: money(Math.min(row.owed, row.policy.depositAmount * row.pilgrimCount)),
    refund: money(Math.max(0, row.paid - owed)),
    cancellationTiers: row.policy.cancellationTiers,
    mayExtend: row.status === "pending_payment" && row.extendedAt === null && mayChangeBooking(work.actor, row),
    mayChange: mayChangeBooking(work.actor, row),
    isFrozen: isFrozen(work.actor, row),
    cancelReason: row.cancelReason,
    remindedAt,
  };
}
