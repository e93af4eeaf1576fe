import sharp from "sharp";
import { addBankAccount } from "@/lib/agencies/commands/settings";
import { placeBooking } from "@/lib/bookings/commands/place";
import { listInvoices, readInvoice } from "@/lib/invoices/queries/invoices";
import { moneyIn, unitOf } from "@/lib/kernel/amounts";
import { addMs } from "@/lib/kernel/clock";
import { DAY, MINUTE } from "@/lib/kernel/durations";
import { newId } from "@/lib/kernel/ids";
import type { Money } from "@/lib/kernel/money";
import { importStatement, matchLine } from "@/lib/payments/commands/bank";
import { enterCash, verifyProof } from "@/lib/payments/commands/decide";
import { uploadProof } from "@/lib/payments/commands/proofs";
import { requestRefund } from "@/lib/payments/commands/refunds";
import { listBankLines } from "@/lib/payments/queries/bank";
import { type Builder, personCall, type SeededPerson } from "./people";

type Inside = Builder & { agencyId: string };
/** The owner and the admin: who decides about money. */
export type Desk = { owner: SeededPerson; admin: SeededPerson };

const staff = (build: Inside, { userId }: SeededPerson, role: "owner" | "admin", at: Date) =>
  personCall(build, build.agencyId, userId, at, { roles: [role] });
const payer = (build: Inside, { userId }: SeededPerson, at: Date) =>
  personCall(build, build.agencyId, userId, at, { roles: ["pilgrim"] });

const BANK: Record<string, { bankName: string; accountNumber: string }> = {
  IDR: { bankName: "Bank Syariah Indonesia", accountNumber: "7120 448 808" },
  KZT: { bankName: "Al Hilal Bank", accountNumber: "KZ56 3190 0000 0034 4123" },
};
/** Where money is sent. */
export const seedBank = (build: Inside, { owner }: Desk, name: string, currency: string) =>
  addBankAccount(staff(build, owner, "owner", build.now), { ...BANK[currency]!, accountHolder: name, currency });

const plain = (text: string) => text.replace(/[<&>]/g, "");
/** A drawn slip, marked as one: no bank's own look. */
export async function slip(
  name: string,
  { amount, currency }: Money,
  reference: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const words = String(Math.trunc(amount / unitOf(currency))).replace(/\B(?=(\d{3})+$)/g, ".");
  const bars = Array.from(reference, (letter, i) => {
    const height = 10 + (letter.charCodeAt(0) % 32);
    return `<rect x="${60 + i * 30}" y="${560 - height}" width="22" height="${height}" fill="#1d6f7d"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="640" font-family="DejaVu Sans, sans-serif">
    <rect width="480" height="640" fill="#eef2f2"/><rect x="30" y="30" width="420" height="580" rx="24" fill="#fff"/>
    <circle cx="240" cy="110" r="34" fill="#1f7a52"/><path d="m224 110 12 12 22-24" stroke="#fff" stroke-width="7" fill="none"/>
    <text x="240" y="190" font-size="20" text-anchor="middle" fill="#555">DEMO</text>
    <text x="240" y="250" font-size="30" font-weight="700" text-anchor="middle">${words}</text>
    <text x="240" y="330" font-size="22" text-anchor="middle">${plain(name)}</text>
    <text x="240" y="390" font-size="20" text-anchor="middle" fill="#555">${plain(reference)}</text>${bars.join("")}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
}

const invoiceOf = async (build: Inside, desk: Desk, bookingId: string, at: Date) => {
  const call = staff(build, desk.owner, "owner", at);
  const { data } = await listInvoices(call, { subjectId: bookingId });
  return readInvoice(call, { id: data[0]!.id });
};

type Sending = { who: SeededPerson; bookingId: string; at: Date; amount?: number; file?: Uint8Array<ArrayBuffer> };
/** The payer sends what shows that they paid. */
async function send(build: Inside, desk: Desk, { who, bookingId, at, ...given }: Sending) {
  const invoice = await invoiceOf(build, desk, bookingId, at);
  const asked = invoice.transfer?.amount ?? invoice.total;
  const amount = given.amount ?? asked.amount;
  const file = given.file ?? (await slip(invoice.payer.name, { amount, currency: asked.currency }, invoice.number));
  const proof = await uploadProof(payer(build, who, at), { id: invoice.id, file, amount });
  return { id: proof.id, invoice, file };
}

/** Money comes in as it does: a proof is sent and approved, by two people where the sum asks for it. */
export async function payByProof(build: Inside, desk: Desk, sending: Sending) {
  const { id } = await send(build, desk, sending);
  const yes = { id, decision: "approve" as const };
  const { state } = await verifyProof(staff(build, desk.admin, "admin", sending.at), yes);
  if (state === "second_look") await verifyProof(staff(build, desk.owner, "owner", sending.at), yes);
}

/** Money of earlier weeks: the bank's file says when it came, the admin reads it in and the owner books its line. */
export async function payByBank(build: Inside, desk: Desk, { daysAgo, ...sending }: Sending & { daysAgo: number }) {
  const { invoice } = await send(build, desk, sending);
  const { number, total } = invoice;
  const { currency } = total;
  const units = Math.trunc((sending.amount ?? total.amount) / unitOf(currency));
  const day = addMs(build.now, -daysAgo * DAY)
    .toISOString()
    .slice(0, 10);
  const csv = `Date,Description,Credit\n${day},${number},${units}`;
  await importStatement(staff(build, desk.admin, "admin", sending.at), { name: `${day}.csv`, csv, currency });
  const owner = staff(build, desk.owner, "owner", sending.at);
  const { data } = await listBankLines(owner, {});
  const line = data.find(({ text }) => text === number)!;
  await matchLine(owner, { id: line.id, invoiceId: invoice.id });
}

/** The desk as a morning finds it: proofs in every state, and money that is to go back. */
export async function seedProofs(build: Inside, desk: Desk, departureId: string, people: readonly SeededPerson[]) {
  const at = (minutes: number) => addMs(build.now, -minutes * MINUTE);
  const booked = async (i: number, minutes: number) => {
    const who = people[i % people.length]!;
    const wish = { passengerType: "adult" as const, roomType: "quad" as const, isPayer: true };
    const { id } = await placeBooking(payer(build, who, at(minutes)), { departureId, pilgrims: [wish] });
    return { who, bookingId: id, at: at(minutes) };
  };
  const admin = staff(build, desk.admin, "admin", at(1));
  const first = await send(build, desk, await booked(13, 26));
  const price = first.invoice.total.amount;
  await send(build, desk, { ...(await booked(14, 22)), file: first.file });
  await send(build, desk, { ...(await booked(15, 18)), amount: Math.trunc(price / 7) });
  const large = await send(build, desk, { ...(await booked(16, 15)), amount: price });
  await verifyProof(admin, { id: large.id, decision: "approve" });
  for (const [i, decision] of (["reject", "ask"] as const).entries()) {
    const { id, invoice } = await send(build, desk, await booked(17 + i, 12 - i));
    await verifyProof(admin, { id, decision, reason: REASONS[build.locale]?.[i] ?? "The amount can't be read." });
    // Whose proof could not be read brings the first of it by hand.
    const amount = invoice.instalments[0]?.amount ?? invoice.total;
    if (decision === "reject") await enterCash(admin, { id: invoice.id, cashId: newId(), amount });
  }
  const over = await booked(19, 8);
  await payByProof(build, desk, { ...over, amount: price + price / 10 });
  const { id } = await invoiceOf(build, desk, over.bookingId, at(2));
  const amount = moneyIn(first.invoice.total.currency)(price / 10);
  await requestRefund(admin, { id, amount, why: REASONS[build.locale]?.[2] ?? "Too much" });
}
const REASONS: Record<string, readonly string[]> = {
  id: ["Nominal di foto tidak terbaca.", "Mohon kirim bukti dari aplikasi bank, bukan foto layar.", "Kelebihan bayar."],
  kk: ["Суреттегі сома оқылмайды.", "Банк қосымшасындағы түбіртекті жіберіңіз.", "Артық төленген."],
};
