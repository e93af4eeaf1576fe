import { z } from "zod";
import { audience } from "@/lib/kernel/audience";
import { fact } from "@/lib/kernel/fact";
import { OddOutcome } from "./contract/odd";

const about = { agencyId: z.uuid(), invoiceId: z.uuid(), payerUserId: z.uuid().nullable() };
type About = { agencyId: string; payerUserId: string | null };
const payerAndStaff = ({ agencyId, payerUserId }: About) => [
  audience.staff(agencyId),
  ...(payerUserId ? [audience.person(agencyId, payerUserId)] : []),
];

/** Somebody says they paid; the desk has something to look at. */
export const proofSubmitted = fact({
  name: "payments.proof_submitted",
  payload: z.object({ ...about, proofId: z.uuid() }),
  audience: payerAndStaff,
});

/** The desk decided; `late`: the seats were gone, and somebody has to find new ones or give the money back (R6). */
export const proofDecided = fact({
  name: "payments.proof_decided",
  payload: z.object({
    ...about,
    proofId: z.uuid(),
    decision: z.enum(["approved", "rejected", "asked", "second_look", "taken_back"]),
    late: z.boolean(),
  }),
  audience: payerAndStaff,
});

/** A gateway says what changed nothing in our books: money for an invoice that is none of ours or is in
 * another currency, that came twice, or that went back to its payer. */
export const noticeOdd = fact({
  name: "payments.notice_odd",
  payload: z.object({
    agencyId: z.uuid(),
    gatewayId: z.uuid(),
    invoiceId: z.uuid().nullable(),
    orderRef: z.string(),
    outcome: OddOutcome,
    amount: z.number().int(),
    currency: z.string(),
  }),
  audience: ({ agencyId }) => [audience.staff(agencyId)],
});

export const refundRequested = fact({
  name: "payments.refund_requested",
  payload: z.object({ ...about, refundId: z.uuid() }),
  audience: ({ agencyId }) => [audience.staff(agencyId)],
});

export const refundDecided = fact({
  name: "payments.refund_decided",
  payload: z.object({ ...about, refundId: z.uuid(), decision: z.enum(["approved", "refused", "timed_out"]) }),
  audience: payerAndStaff,
});
