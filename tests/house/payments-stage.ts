import { createHash } from "node:crypto";
import { importStatement } from "@/lib/payments/commands/bank";
import { verifyProof } from "@/lib/payments/commands/decide";
import { addGateway } from "@/lib/payments/commands/gateways";
import { takeNotice } from "@/lib/payments/commands/notice";
import { uploadProof } from "@/lib/payments/commands/proofs";
import { requestRefund } from "@/lib/payments/commands/refunds";
import { listBankLines } from "@/lib/payments/queries/bank";
import { listOddNotices } from "@/lib/payments/queries/odd";
import { linkProof } from "@/lib/payments/queries/proofs";
import { openCall } from "@/server/doors/call";
import { book, idr, sellSeats, submit } from "../bookings/support";
import { invoiceOf } from "../invoices/support";
import { GATEWAY_KEY as KEY, notice } from "../payments/support";
import { as, NOON, type World } from "../support/world";

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
  const back = (amount: number) =>
    requestRefund(as(world.admin), { id: invoiceId, amount: idr(amount), why: "Too much" });
  const [refund, toRefuse] = [await back(100), await back(200)];
  const { url } = await linkProof(own, { id: waits.id });
  const pass = new URL(url, "http://x").searchParams.get("pass") ?? "";
  const gateway = await addGateway(as(world.owner), { kind: "midtrans", serverKey: KEY });
  await importStatement(as(world.admin), {
    name: "m.csv",
    csv: "date,text,amount\n2026-11-21,HENDRA,777",
    currency: "IDR",
  });
  const { data: lines } = await listBankLines(as(world.admin), {});
  const pending = { gateway: "midtrans", token: gateway.noticeUrl.split("/").at(-1)!, body: pendingNotice() };
  const body = notice({ order: "INV-NONE", amount: 100, key: KEY });
  const call = openCall({ actor: { kind: "nobody" }, agencyId: world.agency.id, via: "http", now: NOON });
  const known = [body, pending.body];
  const isAbout = (said: string, transaction: string) => JSON.parse(said).transaction_id === transaction;
  world.house.ports.pay = {
    ask: async ({ transaction }) => known.find((said) => isAbout(said, transaction)) ?? "{}",
  };
  await takeNotice(call, { ...pending, body });
  const { data: odd } = await listOddNotices(as(world.admin), {});
  return {
    gatewayId: gateway.id,
    notice: pending,
    lineId: lines[0]!.id,
    oddId: odd[0]!.id,
    invoiceId,
    proofId: waits.id,
    refundId: refund.id,
    toRefuseId: toRefuse.id,
    pass,
  };
}

/** Signed as it must be, and says only that somebody began to pay. */
function pendingNotice(): string {
  const [order_id, status_code, gross_amount] = ["INV-NONE", "201", "1.00"];
  const signature_key = createHash("sha512").update(`${order_id}${status_code}${gross_amount}${KEY}`).digest("hex");
  const transaction_time = new Date(NOON.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
  const said = { transaction_id: "t-1", transaction_status: "pending", transaction_time };
  return JSON.stringify({ order_id, status_code, gross_amount, signature_key, ...said });
}
