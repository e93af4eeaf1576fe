import { z } from "zod";
import { REMINDER, Reminder } from "@/lib/invoices/contract/invoice";
import { Instant } from "@/lib/kernel/clock";
import { latinDigits } from "@/lib/kernel/digits";
import { Money, rupiah } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { line, textBlock } from "@/lib/kernel/text";
import { DepartureStatus } from "@/lib/packages/contract/departure";
import { CancellationTier, PassengerType, RoomType } from "@/lib/packages/contract/package";
import { NewPilgrim, Pilgrim } from "./pilgrim";

const BOOKING_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e50";
const DEPARTURE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e41";

export const BookingStatus = z.enum([
  "draft",
  "pending_payment",
  "partially_paid",
  "paid",
  "completed",
  "expired",
  "cancelled",
]);
export type BookingStatus = z.output<typeof BookingStatus>;

const Phone = z
  .string()
  .overwrite(latinDigits)
  .regex(/^\+[1-9]\d{6,14}$/);
export const Payer = z.strictObject({
  name: line(120),
  phone: Phone.nullable().default(null),
  email: z.email().max(200).nullable().default(null),
});
export type Payer = z.output<typeof Payer>;

/** A cart: everybody in it gets a seat or nobody does (R2). */
export const PlaceBooking = z
  .strictObject({
    departureId: z.uuid(),
    payer: Payer.optional().describe("For whoever books at the office; absent: the caller."),
    payerUserId: z.uuid().optional().describe("For a member of the agency, booked for by staff: it is theirs."),
    pilgrims: z
      .array(NewPilgrim)
      .min(1)
      .max(50)
      .refine((all) => all.filter(({ isPayer }) => isPayer).length < 2, { error: "twice" }),
    waitlistId: z.uuid().optional().describe("The offer this booking takes up."),
    again: z.uuid().optional().describe("One that ran out: what was filled in about its people comes along."),
  })
  .meta({
    examples: [{ departureId: DEPARTURE_ID, pilgrims: [{ passengerType: "adult", roomType: "quad", isPayer: true }] }],
  });
export type PlaceBooking = z.output<typeof PlaceBooking>;

export const BookingRef = z.strictObject({ id: z.uuid() });
export const UpdateBooking = z
  .strictObject({
    id: z.uuid(),
    payer: Payer.optional(),
    submit: z.literal(true).optional().describe("Everything is filled in: the seats are held for a day, to pay."),
    extend: z.literal(true).optional().describe("Another day to pay, once."),
    reseat: z
      .literal(true)
      .optional()
      .describe("Seats anew for a hold that ran out: to be paid, or as a draft while names are missing; staff only."),
  })
  .meta({ examples: [{ id: BOOKING_ID, submit: true }] });
export const GiveBooking = z
  .strictObject({
    id: z.uuid(),
    userId: z.uuid().describe("Who has shown that the payer's phone or e-mail address is theirs."),
    pilgrimId: z.uuid().optional().describe("Who of its travellers they are, if they travel."),
  })
  .meta({ examples: [{ id: BOOKING_ID, userId: "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e71" }] });
/** A member of the agency who has shown the contact that the office wrote down for the payer. */
export const KnownPayer = z
  .strictObject({ id: z.uuid().describe("The member's `userId`."), name: z.string(), contact: z.string() })
  .meta({
    examples: [{ id: "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e71", name: "Hendra Wijaya", contact: "+628123456789" }],
  });
export type KnownPayer = z.output<typeof KnownPayer>;
export const KnownPayerPage = pageOf(KnownPayer);
export const RemindPayer = BookingRef.meta({ examples: [{ id: BOOKING_ID }] });
export const CancelBooking = z
  .strictObject({ id: z.uuid(), reason: textBlock(300).optional() })
  .meta({ examples: [{ id: BOOKING_ID, reason: "Sakit" }] });

export const BookingLine = z.strictObject({
  id: z.uuid(),
  pilgrimId: z.uuid(),
  kind: z.enum(["fare", "cancelled", "kept"]),
  roomType: RoomType,
  passengerType: PassengerType,
  amount: Money.describe("What was taken back is below zero."),
});
export type BookingLine = z.output<typeof BookingLine>;

const brief = {
  id: z.uuid(),
  code: z.string().describe("QF-7K2M9C"),
  status: BookingStatus,
  departureId: z.uuid(),
  packageName: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  timeZone: z.string(),
  payerName: z.string(),
  pilgrims: z.number().int().describe("Who still travels."),
  owed: Money,
  paid: Money,
  holdEndsAt: Instant.nullable(),
  needsDecision: z.boolean().describe("Money came after the seats were gone: a seat or a refund."),
  settleBy: Instant,
  createdAt: Instant,
};
const BRIEF = {
  id: BOOKING_ID,
  code: "QF-7K2M9C",
  status: "pending_payment",
  departureId: DEPARTURE_ID,
  packageName: "Umrah Akhir Tahun",
  startsAt: "2026-12-24T03:00:00.000Z",
  endsAt: "2027-01-04T10:00:00.000Z",
  timeZone: "Asia/Jakarta",
  payerName: "Hendra Wijaya",
  pilgrims: 1,
  owed: rupiah(34_500_000),
  paid: rupiah(0),
  holdEndsAt: "2026-11-22T03:00:00.000Z",
  needsDecision: false,
  settleBy: "2026-11-24T03:00:00.000Z",
  createdAt: "2026-11-21T03:00:00.000Z",
} as const;
/** A line of the list. */
export const BookingRow = z.strictObject(brief).meta({ examples: [BRIEF] });
export type BookingRow = z.output<typeof BookingRow>;
export const BookingPage = pageOf(BookingRow);
export const RemindedBooking = z
  .strictObject({ ...brief, reminder: Reminder })
  .meta({ examples: [{ ...BRIEF, reminder: REMINDER }] });
export type RemindedBooking = z.output<typeof RemindedBooking>;

/** Everything about one booking. Refund: what came in beyond what is owed. */
export const Booking = z
  .strictObject({
    ...brief,
    departureStatus: DepartureStatus,
    payer: z.strictObject({
      userId: z.uuid().nullable(),
      name: z.string(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
    }),
    party: z.array(Pilgrim),
    lines: z.array(BookingLine),
    deposit: Money.describe("What turns the hold into seats."),
    refund: Money,
    cancellationTiers: z.array(CancellationTier),
    mayExtend: z.boolean(),
    mayChange: z.boolean(),
    isFrozen: z.boolean().describe("The list of who flies is closed for the reader: nobody on it is changed any more."),
    cancelReason: z.string().nullable(),
    remindedAt: Instant.nullable().describe("When the office last asked for what is owed."),
  })
  .meta({
    examples: [
      {
        ...BRIEF,
        departureStatus: "open",
        payer: { userId: null, name: "Hendra Wijaya", phone: "+628123456789", email: null },
        party: [],
        lines: [],
        deposit: rupiah(5_000_000),
        refund: rupiah(0),
        cancellationTiers: [{ daysBefore: 30, keptPercent: 10 }],
        mayExtend: true,
        mayChange: true,
        isFrozen: false,
        cancelReason: null,
        remindedAt: null,
      },
    ],
  });
export type Booking = z.output<typeof Booking>;

/** The saved views of the office; `papers`: somebody of it has no accepted passport, visa or vaccine yet. */
export const BookingView = z.enum(["all", "needs_payment", "holds_today", "papers", "decisions", "ended"]);
/** Newest first, by the payer's name, or by the day of leaving. */
export const BookingSort = z.enum(["newest", "payer", "departure"]);
export type BookingSort = z.output<typeof BookingSort>;
export const ListBookings = z.strictObject({
  ...PageInput.shape,
  q: z.string().trim().max(120).optional().describe("Payer's name or phone, or the code."),
  departureId: z.uuid().optional(),
  status: BookingStatus.optional(),
  view: BookingView.default("all"),
  sort: BookingSort.default("newest"),
  mine: z.stringbool().default(false).describe("Only those I pay for."),
});
export type ListBookings = z.output<typeof ListBookings>;
/** What narrows the office's list. */
export const SumBookings = ListBookings.omit({ cursor: true, limit: true, sort: true, mine: true });
export type SumBookings = z.output<typeof SumBookings>;
/** What the bookings of a list come to in one currency, minor units; of what is over nothing counts but that it is there. */
export type BookingSum = { currency: string; bookings: number; owed: number; paid: number; rest: number };
/** What a cancellation would give back, before it is done. */
export const Quote = z
  .strictObject({
    kept: Money,
    refund: Money,
    rest: Money.describe("What would still be owed for the booking."),
    keptPercent: z.number().int(),
    daysBefore: z.number().int(),
    proofWaits: z
      .boolean()
      .describe("Somebody still decides about a proof of payment: its money is not in these sums."),
  })
  .meta({
    examples: [
      {
        kept: rupiah(3_450_000),
        refund: rupiah(31_050_000),
        rest: rupiah(0),
        keptPercent: 10,
        daysBefore: 33,
        proofWaits: false,
      },
    ],
  });
export type Quote = z.output<typeof Quote>;
/** Seats of one departure that one payer may hold unpaid, or wait for: nobody keeps a whole trip from the others for nothing. */
export const MOST_HELD = 45;
/** How many unpaid seats of a departure the reader may hold, and does. */
export type Allowance = { most: number; held: number };
/** A booking whose time ran out, for whoever takes its seats again. */
export type RanOut = { id: string; pilgrims: Pick<NewPilgrim, "passengerType" | "roomType" | "isPayer">[] };
export const QuoteCancel = z.strictObject({ id: z.uuid(), pilgrimId: z.uuid().optional() });

/** What money did to a booking. */
export const Settled = z
  .strictObject({ outcome: z.enum(["settled", "below_deposit", "needs_seat_or_refund"]), status: BookingStatus })
  .meta({ examples: [{ outcome: "settled", status: "paid" }] });
export type Settled = z.output<typeof Settled>;
export const Settle = z.strictObject({ id: z.uuid(), paid: z.number().int().min(0).describe("Minor units.") });
