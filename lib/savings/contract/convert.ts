import { z } from "zod";
import { BookingStatus } from "@/lib/bookings/contract/booking";
import { NewPilgrim } from "@/lib/bookings/contract/pilgrim";
import { Money, PositiveMoney, rupiah } from "@/lib/kernel/money";
import { PLAN_ID, Plan, planExample } from "./plan";

const DEPARTURE_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e41";
const BOOKING_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e50";

/** Savings become seats: of a booking that is held already, or of a new one. */
export const ConvertSavings = z
  .strictObject({
    id: z.uuid(),
    bookingId: z.uuid().optional().describe("Whose seats are held; absent: a new booking."),
    departureId: z.uuid().optional(),
    pilgrims: z.array(NewPilgrim).min(1).max(50).optional(),
    amount: PositiveMoney.optional().describe("Absent: as much as is there and owed."),
  })
  .refine(({ bookingId, departureId, pilgrims }) => (bookingId ? !departureId && !pilgrims : departureId && pilgrims), {
    error: "booking_or_departure",
    path: ["bookingId"],
  })
  .meta({
    examples: [
      {
        id: PLAN_ID,
        departureId: DEPARTURE_ID,
        pilgrims: [{ passengerType: "adult", roomType: "quad", isPayer: true }],
      },
    ],
  });
export type ConvertSavings = z.output<typeof ConvertSavings>;

/** What moved, and where both stand after it. */
export const Converted = z
  .strictObject({
    amount: Money,
    plan: Plan,
    booking: z.strictObject({
      id: z.uuid(),
      code: z.string(),
      status: BookingStatus,
      owed: Money,
      paid: Money,
    }),
  })
  .meta({
    examples: [
      {
        amount: rupiah(14_850_000),
        plan: { ...planExample, balance: rupiah(0) },
        booking: {
          id: BOOKING_ID,
          code: "QF-7K2M9C",
          status: "partially_paid",
          owed: rupiah(34_500_000),
          paid: rupiah(14_850_000),
        },
      },
    ],
  });
export type Converted = z.output<typeof Converted>;
