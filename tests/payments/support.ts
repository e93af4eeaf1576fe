import { createHash } from "node:crypto";
import sharp from "sharp";
import { newId } from "@/lib/kernel/ids";
import { reviewProof, uploadProof } from "@/lib/payments/commands/proofs";
import { book, submit } from "../bookings/support";
import { invoiceOf } from "../invoices/support";
import { as, NOON, type Somebody, type World } from "../support/world";

/** A slip that looks like no other: squares of chance. `shift` moves its brightness, which is no other picture. */
export async function slip(
  seed = Math.random(),
  { shift = 0, type = "png" as "png" | "jpeg" } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const side = 64;
  let state = Math.trunc(seed * 2 ** 31);
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.trunc((state / 2 ** 31) * 180) + 40;
  };
  const cells = Array.from({ length: 16 * 16 }, next);
  const data = Uint8Array.from(
    { length: side * side * 3 },
    (_, i) =>
      cells[Math.trunc(Math.trunc(i / 3 / side) / 4) * 16 + Math.trunc((Math.trunc(i / 3) % side) / 4)]! + shift,
  );
  const picture = sharp(data, { raw: { width: side, height: side, channels: 3 } });
  return new Uint8Array(await (type === "png" ? picture.png() : picture.jpeg({ quality: 95 })).toBuffer());
}

/** A booking that waits for its money, and its invoice. */
export async function toPay(world: World, departureId: string, now = NOON) {
  const me = as(world.pilgrim, {}, now);
  const { id: bookingId } = await book(me, departureId);
  await submit(me, bookingId);
  return { bookingId, invoice: await invoiceOf(world, bookingId, now) };
}

export const send = async (
  who: Somebody,
  invoiceId: string,
  amount?: number,
  file?: Uint8Array<ArrayBuffer>,
  now = NOON,
) => uploadProof(as(who, {}, now), { id: invoiceId, file: file ?? (await slip()), amount });

export const look = (who: Somebody, id: string, now = NOON) => reviewProof(as(who, {}, now), { id });

export const GATEWAY_KEY = "SB-Mid-server-TEST-ONLY";
const wib = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
type Saying = {
  order: string;
  amount: number;
  id?: string;
  status?: string;
  at?: Date;
  key?: string;
  currency?: string;
};
/** A notice as Midtrans signs it. */
export function notice({
  order,
  amount,
  id = newId(),
  status = "settlement",
  at = NOON,
  key = GATEWAY_KEY,
  currency = "IDR",
}: Saying): string {
  const code = status === "pending" ? "201" : "200";
  const gross = `${amount / 100}.00`;
  const signature = createHash("sha512").update(`${order}${code}${gross}${key}`).digest("hex");
  return JSON.stringify({
    order_id: order,
    status_code: code,
    gross_amount: gross,
    signature_key: signature,
    transaction_id: id,
    transaction_status: status,
    transaction_time: wib(at),
    currency,
    fraud_status: "accept",
  });
}
