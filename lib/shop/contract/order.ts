import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { latinDigits } from "@/lib/kernel/digits";
import { Money, rupiah } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { line, textBlock } from "@/lib/kernel/text";
import { VARIANT_ID } from "./product";

const ORDER_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e82";

export const OrderState = z.enum(["pending", "proof_submitted", "verified", "fulfilled", "rejected", "cancelled"]);
export type OrderState = z.output<typeof OrderState>;

const Buyer = z.strictObject({
  name: line(120),
  phone: z
    .string()
    .overwrite(latinDigits)
    .regex(/^\+[1-9]\d{6,14}$/)
    .nullable()
    .default(null),
});
/** A cart: all of it is kept or nothing (R2). */
export const PlaceOrder = z
  .strictObject({
    lines: z
      .array(z.strictObject({ variantId: z.uuid(), quantity: z.number().int().min(1).max(500) }))
      .min(1)
      .max(50),
    buyer: Buyer.optional().describe("For whoever buys at the office; absent: the caller."),
    buyerUserId: z.uuid().optional().describe("For a member of the agency, ordered for by staff: it is theirs."),
  })
  .meta({ examples: [{ lines: [{ variantId: VARIANT_ID, quantity: 2 }] }] });
export type PlaceOrder = z.output<typeof PlaceOrder>;
export const OrderRef = z.strictObject({ id: z.uuid() });
export const CancelOrder = z
  .strictObject({ id: z.uuid(), reason: textBlock(300).optional() })
  .meta({ examples: [{ id: ORDER_ID, reason: "Salah ukuran" }] });

const brief = {
  id: z.uuid(),
  code: z.string().describe("SH-7K2M9CX"),
  state: OrderState,
  buyerUserId: z.uuid().nullable(),
  buyerName: z.string(),
  pieces: z.number().int(),
  total: Money,
  paid: Money,
  rest: Money.describe("What is still to be paid; nothing once it is over."),
  holdEndsAt: Instant.nullable().describe("The stock goes back then unless something is paid or a proof is sent."),
  createdAt: Instant,
};
const BRIEF = {
  id: ORDER_ID,
  code: "SH-7K2M9CX",
  state: "pending",
  buyerUserId: null,
  buyerName: "Siti Aminah",
  pieces: 2,
  total: rupiah(500_000),
  paid: rupiah(0),
  rest: rupiah(500_000),
  holdEndsAt: "2026-11-22T03:00:00.000Z",
  createdAt: "2026-11-21T03:00:00.000Z",
} as const;
export const OrderRow = z.strictObject(brief).meta({ examples: [BRIEF] });
export type OrderRow = z.output<typeof OrderRow>;
export const OrderPage = pageOf(OrderRow);

const OrderLine = z.strictObject({
  label: z.string(),
  quantity: z.number().int(),
  price: Money.describe("Of one piece on the day it was ordered."),
});
export const Order = z
  .strictObject({
    ...brief,
    buyerPhone: z.string().nullable(),
    lines: z.array(OrderLine),
    reason: z.string().nullable(),
    mayCancel: z.boolean(),
    mayFulfil: z.boolean(),
    undoUntil: Instant.nullable().describe("Until then the reader may take back that they handed it over."),
    refund: Money.describe("What came in and is to go back."),
  })
  .meta({
    examples: [
      {
        ...BRIEF,
        buyerPhone: "+628123456789",
        lines: [{ label: "Kain ihram, satu set", quantity: 2, price: rupiah(250_000) }],
        reason: null,
        mayCancel: true,
        mayFulfil: false,
        undoUntil: null,
        refund: rupiah(0),
      },
    ],
  });
export type Order = z.output<typeof Order>;

const narrowing = {
  state: OrderState.optional(),
  q: z.string().trim().max(120).optional().describe("Buyer's name or phone, or the code."),
  sort: z.enum(["newest", "oldest"]).default("newest"),
};
export const ListOrders = z.strictObject({ ...PageInput.shape, ...narrowing });
export type ListOrders = z.output<typeof ListOrders>;
export const ExportOrders = z.strictObject(narrowing);

/** A code as it is printed, however it was typed or scanned: "sh 7k2m9cx" is SH-7K2M9CX. */
export const readOrderCode = (typed: string) =>
  `SH-${typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^SH(?=.{7})/, "")}`;

/** What money or a proof did to an order. */
export type OrderSettled = { outcome: "settled" | "below_total" | "needs_refund"; state: OrderState };
