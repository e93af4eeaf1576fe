import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { pageOf } from "@/lib/kernel/page";

const GATEWAY_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9ea1";
const AT = "2026-11-21T03:00:00.000Z";

/** Whose notices are understood. Bank transfer with a proof needs none of them. */
export const GatewayKind = z.enum(["midtrans"]);
export type GatewayKind = z.output<typeof GatewayKind>;

/** Keys of Midtrans' play area say so at their beginning. */
export const isSandboxKey = (serverKey: string) => serverKey.startsWith("SB-");

export const AddGateway = z
  .strictObject({
    kind: GatewayKind,
    serverKey: z
      .string()
      .trim()
      .min(8)
      .max(200)
      .regex(/^[\x21-\x7e]+$/)
      .describe("What its notices are signed with; kept sealed and never shown again."),
  })
  .meta({ examples: [{ kind: "midtrans", serverKey: "SB-Mid-server-TEST-ONLY" }] });
export const GatewayRef = z.strictObject({ id: z.uuid() });
export const Gateway = z
  .strictObject({
    id: z.uuid(),
    kind: GatewayKind,
    keyEnds: z.string().describe("The last four characters of its key: all that is ever shown of it."),
    isSandbox: z.boolean().describe("A key of the gateway's play area: what it reports is nobody's money."),
    noticeUrl: z.string().describe("Where the gateway sends its notices. Its order id is the invoice's number."),
    createdAt: Instant,
  })
  .meta({
    examples: [
      {
        id: GATEWAY_ID,
        kind: "midtrans",
        keyEnds: "ONLY",
        isSandbox: true,
        createdAt: AT,
        noticeUrl: "https://…/api/v1/webhook/payments/midtrans/…",
      },
    ],
  });
export type Gateway = z.output<typeof Gateway>;
export const GatewayPage = pageOf(Gateway);

/** The bytes as they came, and the token of the address they came to. */
export const TakeNotice = z.strictObject({
  gateway: z.string().max(40),
  token: z.string().max(100),
  body: z.string().max(20_000),
});
/** What a gateway says happened, once its signature was found good. Amounts in minor units. */
export type Notice = {
  transaction: string;
  status: string;
  orderRef: string;
  amount: number;
  currency: string;
  /** The money is there for good. */
  isPaid: boolean;
  /** Money that was there went back to whoever paid. */
  isBack: boolean;
  /** It comes to nothing. */
  isOver: boolean;
  /** When it says so. */
  at: Date;
};
export const NoticeOutcome = z.enum([
  "paid",
  "noted",
  "unknown_invoice",
  "other_currency",
  "already_paid",
  "taken_back",
]);
export type NoticeOutcome = z.output<typeof NoticeOutcome>;
export const Noticed = z.strictObject({ outcome: NoticeOutcome }).meta({ examples: [{ outcome: "paid" }] });
