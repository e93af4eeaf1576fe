import { z } from "zod";
import { Instant } from "@/lib/kernel/clock";
import { Money, PositiveMoney, rupiah } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { line, textBlock } from "@/lib/kernel/text";
import { MethodType } from "./desk";
import { Day, PLAN_ID } from "./plan";

const DEPOSIT_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e43";
const METHOD_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e41";
const PROOF_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e44";
const AT = "2026-11-18T01:00:00.000Z";

export const DepositState = z.enum(["submitted", "in_review", "verified", "rejected"]);
export type DepositState = z.output<typeof DepositState>;
/** What to do with money paid in a period that is closed. */
const WhenLate = z.enum(["refuse", "next"]).default("refuse").describe("next: into the next open one, saying so.");

const how = { methodId: z.uuid(), paidOn: Day, proofId: z.uuid().nullable().default(null), whenLate: WhenLate };
const HOW = { methodId: METHOD_ID, paidOn: "2026-11-18", proofId: PROOF_ID };
export const SubmitDeposit = z
  .strictObject({ planId: z.uuid(), amount: PositiveMoney, ...how })
  .meta({ examples: [{ planId: PLAN_ID, amount: rupiah(750_132), ...HOW }] });
export type SubmitDeposit = z.output<typeof SubmitDeposit>;

/** So many savers at most stand behind one proof: all of them are verified in one commit. */
export const MOST_TOGETHER = 200;
const isDistinct = (members: { planId: string }[]) => new Set(members.map((one) => one.planId)).size === members.length;
export const SubmitCollection = z
  .strictObject({
    name: line(120),
    ...how,
    proofId: z.uuid(),
    members: z
      .array(z.strictObject({ planId: z.uuid(), amount: PositiveMoney }))
      .min(2)
      .max(MOST_TOGETHER)
      .refine(isDistinct, { error: "twice" }),
  })
  .meta({
    examples: [
      {
        name: "Kelompok Al-Ikhlas",
        ...HOW,
        members: [
          { planId: PLAN_ID, amount: rupiah(750_000) },
          { planId: DEPOSIT_ID, amount: rupiah(500_000) },
        ],
      },
    ],
  });
export const DepositRef = z.strictObject({ id: z.uuid() });
export const RejectDeposit = z
  .strictObject({ id: z.uuid(), reason: textBlock(500) })
  .meta({ examples: [{ id: DEPOSIT_ID, reason: "The picture can't be read." }] });
export const Resubmit = z
  .strictObject({
    id: z.uuid(),
    amount: PositiveMoney.optional().describe("Of a collective deposit each member's amount stays."),
    methodId: z.uuid().optional(),
    paidOn: Day.optional(),
    proofId: z.uuid().optional(),
    whenLate: WhenLate,
  })
  .meta({ examples: [{ id: DEPOSIT_ID, proofId: PROOF_ID }] });

const PeriodDays = z.strictObject({ id: z.uuid(), startsOn: Day, endsOn: Day });
export const Deposit = z
  .strictObject({
    id: z.uuid(),
    planId: z.uuid(),
    planName: z.string(),
    userId: z.uuid(),
    personName: z.string(),
    amount: Money,
    method: z.strictObject({ id: z.uuid(), name: z.string(), type: MethodType }),
    proof: z.strictObject({ id: z.uuid(), type: z.string() }).nullable(),
    sameProof: z.number().int().describe("Other deposits that show the very same file; for the desk."),
    paidOn: Day,
    period: PeriodDays,
    lateFor: PeriodDays.nullable().describe("The closed period it came too late for."),
    collection: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
    state: DepositState,
    reason: z.string().nullable(),
    decidedAt: Instant.nullable(),
    undoUntil: Instant.nullable().describe(
      "Until then the reader may take back what they decided, if nothing followed.",
    ),
    createdAt: Instant,
  })
  .meta({
    examples: [
      {
        id: DEPOSIT_ID,
        planId: PLAN_ID,
        planName: "Umrah Syawal 2028",
        userId: METHOD_ID,
        personName: "Marlina Tanjung",
        amount: rupiah(750_132),
        method: { id: METHOD_ID, name: "Transfer BSI", type: "bank" },
        proof: { id: PROOF_ID, type: "image/webp" },
        sameProof: 0,
        paidOn: "2026-11-18",
        period: { id: PROOF_ID, startsOn: "2026-11-01", endsOn: "2026-11-30" },
        lateFor: null,
        collection: null,
        state: "submitted",
        reason: null,
        decidedAt: null,
        undoUntil: null,
        createdAt: AT,
      },
    ],
  });
export type Deposit = z.output<typeof Deposit>;
export const DepositPage = pageOf(Deposit);
export const Collected = z
  .strictObject({ id: z.uuid(), name: z.string(), total: Money, deposits: z.array(Deposit) })
  .meta({ examples: [{ id: PROOF_ID, name: "Kelompok Al-Ikhlas", total: rupiah(1_250_000), deposits: [] }] });

export const ListDeposits = z.strictObject({
  ...PageInput.shape,
  state: DepositState.optional(),
  planId: z.uuid().optional(),
  q: z.string().trim().max(120).optional().describe("Part of the saver's name."),
});
export type ListDeposits = z.output<typeof ListDeposits>;

export const UploadProof = z.strictObject({ file: z.instanceof(Uint8Array) });
export const Proof = z
  .strictObject({ id: z.uuid(), type: z.string(), bytes: z.number().int() })
  .meta({ examples: [{ id: PROOF_ID, type: "image/webp", bytes: 84_213 }] });
export type Proof = z.output<typeof Proof>;
export const ProofRef = z.strictObject({ id: z.uuid() });
export const ProofLink = z
  .strictObject({ url: z.string(), type: z.string(), expiresAt: Instant })
  .meta({ examples: [{ url: `/api/v1/savings/proofs/${PROOF_ID}/file?pass=…`, type: "image/webp", expiresAt: AT }] });
export const ReadProof = z.strictObject({ id: z.uuid(), pass: z.string().max(120) });
