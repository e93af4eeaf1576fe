import { verifyProof } from "@/lib/payments/commands/decide";
import { uploadProof } from "@/lib/payments/commands/proofs";
import { requestRefund } from "@/lib/payments/commands/refunds";
import { linkProof } from "@/lib/payments/queries/proofs";
import { book, sellSeats, submit } from "../bookings/support";
import { invoiceOf } from "../invoices/support";
import { as, type World } from "../support/world";

/** A booking of the pilgrim's in the first branch that is paid in part: a proof that waits, one that was approved, and
 * money that is to go back. */
export async function addPayments(world: World, file: Uint8Array<ArrayBuffer>) {
  const own = as(world.pilgrim);
  const { id: departureId } = await sellSeats(world, 5, { branchId: world.agency.branchId });
  const booked = await book(own, departureId);
  await submit(own, booked.id);
  const { id: invoiceId } = await invoiceOf(world, booked.id);
  const paid = await uploadProof(own, { id: invoiceId, file });
  await verifyProof(as(world.owner), { id: paid.id, decision: "approve" });
  const waits = await uploadProof(own, { id: invoiceId, file, amount: 1_000 });
  const back = (amount: number) => requestRefund(as(world.admin), { id: invoiceId, amount, why: "Too much" });
  const [refund, toRefuse] = [await back(100), await back(200)];
  const { url } = await linkProof(own, { id: waits.id });
  const pass = new URL(url, "http://x").searchParams.get("pass") ?? "";
  return { invoiceId, proofId: waits.id, refundId: refund.id, toRefuseId: toRefuse.id, pass };
}
