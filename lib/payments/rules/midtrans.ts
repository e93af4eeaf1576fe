import { z } from "zod";
import { readAmount } from "@/lib/kernel/amounts";
import { Currency } from "@/lib/kernel/money";
import type { Notice } from "../contract/gateway";

const Body = z.object({
  order_id: z.string().min(1).max(100),
  status_code: z.string().max(10),
  gross_amount: z.string().max(30),
  signature_key: z.string().max(200),
  transaction_id: z.string().min(1).max(100),
  transaction_status: z.string().max(40),
  transaction_time: z.string().max(30),
  settlement_time: z.string().max(30).optional(),
  fraud_status: z.string().max(40).optional(),
  currency: Currency.default("IDR"),
});
export type MidtransBody = z.output<typeof Body>;

/** The fields of a notice; null for what is none. The amount stays as it came, since that is what was signed. */
export function readMidtrans(raw: string): MidtransBody | null {
  try {
    return Body.parse(JSON.parse(raw));
  } catch {
    return null;
  }
}

/** What Midtrans signs: SHA-512 of these, in hexadecimal figures. */
export const signedText = ({ order_id, status_code, gross_amount }: MidtransBody, serverKey: string) =>
  `${order_id}${status_code}${gross_amount}${serverKey}`;

/** Its times are Jakarta's, without saying so. */
const jakarta = (time: string) => new Date(`${time.replace(" ", "T")}+07:00`);

const PAID = "200";
const UNKNOWN = "404";
const BACK = new Set(["refund", "partial_refund", "chargeback", "partial_chargeback"]);
/** After it nothing more comes of a transaction. */
export const CANCEL = "cancel";
const OVER = new Set([CANCEL, "deny", "expire", "failure"]);
/** What it says in our words; null where an amount or a time can't be read. */
export function noticeOf(body: MidtransBody): Notice | null {
  const amount = readAmount(body.gross_amount, body.currency);
  const at = jakarta(body.settlement_time ?? body.transaction_time);
  if (amount === null || amount <= 0 || Number.isNaN(at.getTime())) return null;
  const { transaction_status: status, fraud_status: fraud } = body;
  const isSettled = status === "settlement" || (status === "capture" && (fraud ?? "accept") === "accept");
  // The code is signed, the status beside it is not.
  const isPaid = isSettled && body.status_code === PAID;
  return {
    transaction: body.transaction_id,
    status,
    orderRef: body.order_id,
    amount,
    currency: body.currency,
    isPaid,
    isBack: BACK.has(status),
    isOver: OVER.has(status),
    at,
  };
}

const Answer = z.object({ status_code: z.string() });
/** What an answer to our question says; "unknown" where there is no such payment, null for what is no answer. */
export function readAnswer(raw: string): Notice | "unknown" | null {
  const body = readMidtrans(raw);
  if (body) return noticeOf(body);
  try {
    return Answer.parse(JSON.parse(raw)).status_code === UNKNOWN ? "unknown" : null;
  } catch {
    return null;
  }
}
