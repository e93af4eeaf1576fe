import type { InvoiceRow } from "@/lib/invoices/contract/invoice";
import { readInvoice } from "@/lib/invoices/queries/invoices";
import { newId } from "@/lib/kernel/ids";
import { importStatement, matchLine } from "@/lib/payments/commands/bank";
import { verifyProof } from "@/lib/payments/commands/decide";
import { addGateway } from "@/lib/payments/commands/gateways";
import { takeNotice } from "@/lib/payments/commands/notice";
import { uploadProof } from "@/lib/payments/commands/proofs";
import { undoDecision } from "@/lib/payments/commands/undo";
import { listBankLines } from "@/lib/payments/queries/bank";
import { takeBackDeposit, verifyDeposit } from "@/lib/savings/commands/decide";
import { uploadProof as uploadReceipt } from "@/lib/savings/commands/proofs";
import { submitCollection } from "@/lib/savings/commands/submit";
import { openCall } from "@/server/doors/call";
import { GATEWAY_KEY, notice, slip } from "../payments/support";
import { picture } from "../savings/support";
import { as, type World } from "../support/world";

/** The gateway of an agency, which says again whatever it said. Returns how a notice of it is heard. */
export async function openGate(world: World, now: Date) {
  const { noticeUrl } = await addGateway(as(world.owner, {}, now), { kind: "midtrans", serverKey: GATEWAY_KEY });
  const token = noticeUrl.split("/").at(-1)!;
  return async (body: string, at: Date) => {
    world.house.ports.pay = { ask: async () => body };
    const call = openCall({ actor: { kind: "nobody" }, agencyId: world.agency.id, via: "http", now: at });
    return takeNotice(call, { gateway: "midtrans", token, body });
  };
}
export type Gate = Awaited<ReturnType<typeof openGate>>;

type Due = Pick<InvoiceRow, "id" | "number" | "total">;
const dayOf = (now: Date, back: number) => new Date(now.getTime() - back * 86_400_000).toISOString().slice(0, 10);

/** What asks for this much by its code, where it asks for a transfer; else so much of it. */
async function sumOf(world: World, { id }: Due, wanted: number, now: Date): Promise<number> {
  const { transfer } = await readInvoice(as(world.owner, {}, now), { id });
  return transfer?.amount.amount ?? wanted;
}

/** The bank's file says that so much came, so many days ago. Returns its line. */
async function bringLine(world: World, { total }: Due, amount: number, { now, back }: Booked): Promise<string> {
  const text = newId();
  const csv = `date,text,amount\n${dayOf(now, back)},${text},${(amount / 100).toFixed(2)}`;
  await importStatement(as(world.admin, {}, now), { name: "mutasi.csv", csv, currency: total.currency });
  const { data } = await listBankLines(as(world.owner, {}, now), { limit: 100 });
  return data.find((one) => one.text === text)!.id;
}
type Booked = { now: Date; back: number };

/** Somebody of the desk books a line for what is owed. */
export async function bookLine(world: World, due: Due, wanted: number, when: Booked) {
  const id = await bringLine(world, due, await sumOf(world, due, wanted, when.now), when);
  return matchLine(as(world.owner, {}, when.now), { id, invoiceId: due.id, again: true });
}

/** A proof is approved, takes the line that speaks of it along, and is taken back. */
export async function undoLine(world: World, due: Due, wanted: number, now: Date) {
  const [owner, amount] = [as(world.owner, {}, now), await sumOf(world, due, wanted, now)];
  await bringLine(world, due, amount, { now, back: 0 });
  const { id } = await uploadProof(as(world.admin, {}, now), { id: due.id, file: await slip(), amount });
  await verifyProof(owner, { id, decision: "approve", again: true });
  return undoDecision(owner, { id });
}

/** The gateway says that so much was paid, some hours ago, and says it once more. */
export async function hearGate(hear: Gate, { number, total }: Due, amount: number, { now, hours = 0 }: Heard) {
  const at = new Date(now.getTime() - hours * 3_600_000);
  const body = notice({ order: `${number}.${now.getTime()}`, amount, currency: total.currency, at });
  await hear(body, now);
  return hear(body, now);
}
type Heard = { now: Date; hours?: number };

type Collected = { plans: readonly string[]; methodId: string; amount: number; back: number };
/** One proof for several savers, verified as a whole. Returns the first of its deposits. */
export async function collect(world: World, { plans, methodId, amount, back }: Collected, now: Date): Promise<string> {
  const [owner, admin] = [as(world.owner, {}, now), as(world.admin, {}, now)];
  const { id: proofId } = await uploadReceipt(admin, { file: await picture() });
  const members = plans.map((planId, i) => ({ planId, amount: { amount: amount + i * 100, currency: "IDR" } }));
  const when = { paidOn: dayOf(now, back), whenLate: "next" as const };
  const { deposits } = await submitCollection(admin, { name: "Kelompok", methodId, proofId, members, ...when });
  return (await verifyDeposit(owner, { id: deposits[0]!.id })).id;
}

/** All of it goes out of the books again. */
export const uncollect = async (world: World, wish: Collected, now: Date) =>
  takeBackDeposit(as(world.owner, {}, now), { id: await collect(world, wish, now), reason: "Salah" });
