import { settleBooking } from "@/lib/bookings/commands/settle";
import { creditInvoice } from "@/lib/invoices/commands/credit";
import { listInvoices, readInvoice } from "@/lib/invoices/queries/invoices";
import { newId } from "@/lib/kernel/ids";
import { inWork, systemCall } from "../inventory/support";
import { as, NOON, type World } from "../support/world";

/** The invoice of a booking, as the owner sees it. */
export async function invoiceOf(world: World, subjectId: string, now = NOON) {
  const owner = as(world.owner, {}, now);
  const { data } = await listInvoices(owner, { subjectId });
  return readInvoice(owner, { id: data[0]!.id });
}

/** Money that came in by the desk's hands, without a proof. */
export const credit = (world: World, invoiceId: string, amount: number, more: { sourceRef?: string } = {}) =>
  inWork(systemCall(world), (work) =>
    creditInvoice(work, { invoiceId, amount, source: "cash", sourceRef: newId(), movedAt: NOON, ...more }),
  );

/** The same, with the booking told. */
export async function payBooking(world: World, bookingId: string, amount: number) {
  const { id } = await invoiceOf(world, bookingId);
  return inWork(systemCall(world), async (work) => {
    const { paid } = await creditInvoice(work, {
      invoiceId: id,
      amount,
      source: "cash",
      sourceRef: newId(),
      movedAt: NOON,
    });
    return settleBooking(work, { id: bookingId, paid });
  });
}
