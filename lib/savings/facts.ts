import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { fact } from "@/lib/kernel/fact";

const plan = { agencyId: z.uuid(), planId: z.uuid(), userId: z.uuid() };
const saverAndStaff = (p: { agencyId: string; userId: string }) => [
  audience.person(p.agencyId, p.userId),
  audience.staff(p.agencyId),
];

export const planChanged = fact({ name: "savings.changed", payload: z.object(plan), audience: saverAndStaff });

/** Somebody says they paid; the desk has something to look at. */
export const depositSubmitted = fact({
  name: "savings.submitted",
  payload: z.object({ ...plan, depositId: z.uuid() }),
  audience: saverAndStaff,
});

/** A deposit was verified, rejected, taken back, or waits again; the saver is told. */
export const depositDecided = fact({
  name: "savings.decided",
  payload: z.object({
    ...plan,
    depositId: z.uuid(),
    decision: z.enum(["verified", "rejected", "taken_back", "reopened"]),
  }),
  audience: saverAndStaff,
});

export const withdrawalRequested = fact({
  name: "savings.withdrawal_requested",
  payload: z.object({ ...plan, withdrawalId: z.uuid() }),
  audience: saverAndStaff,
});

/** Whoever asked thought better of it before anybody decided. */
export const withdrawalTakenBack = fact({
  name: "savings.withdrawal_taken_back",
  payload: z.object({ ...plan, withdrawalId: z.uuid() }),
  audience: saverAndStaff,
});

export const withdrawalDecided = fact({
  name: "savings.withdrawal_decided",
  payload: z.object({
    ...plan,
    withdrawalId: z.uuid(),
    decision: z.enum(["approved", "refused", "timed_out", "reopened"]),
  }),
  audience: saverAndStaff,
});

/** Money of a plan became seats of a booking; minor units of the plan's currency. */
export const savingsConverted = fact({
  name: "savings.converted",
  payload: z.object({ ...plan, bookingId: z.uuid(), amount: z.number().int() }),
  audience: saverAndStaff,
});

/** Nothing moved for 24 months. */
export const planSlept = fact({ name: "savings.slept", payload: z.object(plan), audience: saverAndStaff });
