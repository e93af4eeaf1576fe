import { availability } from "@/lib/inventory/queries";
import { readReminded } from "@/lib/invoices/queries/remind";
import type { Work } from "@/lib/kernel/call";
import type { Booking, BookingLine } from "../contract/booking";
import { isFrozen, mayChangeBooking, maySeeHealth, maySeePapers } from "../policy";
import { isLive } from "../rules/life";
import { asRow, findBooking, listLines } from "../store/bookings";
import { asPilgrim, listDocuments, listParty } from "../store/pilgrims";

type Priced = { pilgrimId: string; kind: string; amount: number };
/** Plain verb: what somebody was booked at. */
export const priceOf = (lines: readonly Priced[], pilgrimId: string) =>
  lines
    .filter((line) => line.pilgrimId === pilgrimId && line.kind === "fare")
    .reduce((sum, { amount }) => sum + amount, 0);

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
  return {
    ...asRow(row),
    departureStatus: departs === "open" && pool?.left === 0 ? "full" : departs,
    payer: { userId: row.payerUserId, name: row.payerName, phone: row.payerPhone, email: row.payerEmail },
    party: shown.map((one) => asPilgrim(work, one, row, { price: priceOf(lines, one.id), documents, eyes })),
    lines: lines.map(({ agencyId: _, bookingId: __, createdAt: ___, ...line }) => line as BookingLine),
    deposit: Math.min(row.owed, row.policy.depositAmount * row.pilgrimCount),
    refund: isLive(row.status)
      ? Math.max(0, row.paid - row.owed)
      : Math.max(0, row.paid - (row.status === "expired" ? 0 : row.owed)),
    cancellationTiers: row.policy.cancellationTiers,
    mayExtend: row.status === "pending_payment" && row.extendedAt === null && mayChangeBooking(work.actor, row),
    mayChange: mayChangeBooking(work.actor, row),
    isFrozen: isFrozen(work.actor, row),
    cancelReason: row.cancelReason,
    remindedAt,
  };
}
