import { z } from "zod";
import type { Letterhead } from "@/lib/agencies/contract/letterhead";
import { locales } from "@/lib/i18n/locales";
import { Instant } from "@/lib/kernel/clock";
import { Money, NonNegativeMoney, PositiveMoney, rupiah } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { textBlock } from "@/lib/kernel/text";
import { Deposit } from "./deposit";
import { Day, PLAN_ID, Plan, planExample, ShownAccount } from "./plan";

const WITHDRAWAL_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e45";
const AT = "2026-11-18T01:00:00.000Z";
/** Money set aside for a withdrawal is free again when nobody decides for so long. */
export const WITHDRAWAL_DAYS = 30;

export const Withdraw = z
  .strictObject({ id: z.uuid(), amount: PositiveMoney, why: textBlock(500).nullable().default(null) })
  .meta({ examples: [{ id: PLAN_ID, amount: rupiah(1_000_000), why: "Biaya sekolah" }] });
export const WithdrawalState = z.enum(["requested", "approved", "refused", "timed_out", "taken_back"]);
export type WithdrawalState = z.output<typeof WithdrawalState>;
export const WithdrawalRef = z.strictObject({ id: z.uuid() });
export const RefuseWithdrawal = z
  .strictObject({ id: z.uuid(), note: textBlock(500) })
  .meta({ examples: [{ id: WITHDRAWAL_ID, note: "The account's name differs." }] });
export const Withdrawal = z
  .strictObject({
    id: z.uuid(),
    planId: z.uuid(),
    planName: z.string(),
    userId: z.uuid(),
    personName: z.string(),
    amount: Money,
    account: ShownAccount.describe("Where it is to be paid."),
    why: z.string().nullable(),
    state: WithdrawalState,
    note: z.string().nullable(),
    requestedBy: z.uuid(),
    decidedAt: Instant.nullable(),
    undoUntil: Instant.nullable().describe(
      "Until then the reader may take back what they decided, if nothing followed.",
    ),
    mayDecide: z.boolean().describe("Whether the caller may approve or refuse it now."),
    mayTakeBack: z.boolean().describe("Whether the caller asked for it and may still take the request back."),
    createdAt: Instant,
  })
  .meta({
    examples: [
      {
        id: WITHDRAWAL_ID,
        planId: PLAN_ID,
        planName: "Umrah Syawal 2028",
        userId: PLAN_ID,
        personName: "Marlina Tanjung",
        amount: rupiah(1_000_000),
        account: { bankName: "BSI", holder: "Marlina Tanjung", number: "7120448808" },
        why: "Biaya sekolah",
        state: "requested",
        note: null,
        requestedBy: PLAN_ID,
        decidedAt: null,
        undoUntil: null,
        mayDecide: true,
        mayTakeBack: false,
        createdAt: AT,
      },
    ],
  });
export type Withdrawal = z.output<typeof Withdrawal>;
export const WithdrawalPage = pageOf(Withdrawal);
export const ListWithdrawals = z.strictObject({
  ...PageInput.shape,
  state: WithdrawalState.optional(),
  planId: z.uuid().optional(),
});
export type ListWithdrawals = z.output<typeof ListWithdrawals>;

export const EnterBankBalance = z
  .strictObject({ balance: NonNegativeMoney, countedOn: Day })
  .meta({ examples: [{ balance: rupiah(482_500_000), countedOn: "2026-11-18" }] });
const Bank = z.strictObject({ amount: Money, countedOn: Day, enteredAt: Instant });
/** What is owed to all savers together, beside what the bank says there is. */
export const Liability = z
  .strictObject({
    data: z.array(
      z.strictObject({
        liability: Money.describe("Verified money of all savers, in one currency."),
        checking: Money.describe("Submitted and not decided yet; not counted."),
        plans: z.number().int(),
        bank: Bank.nullable(),
        difference: Money.nullable().describe("Bank less liability; below zero, money is missing."),
      }),
    ),
  })
  .meta({
    examples: [
      {
        data: [
          {
            liability: rupiah(482_500_000),
            checking: rupiah(750_132),
            plans: 31,
            difference: rupiah(0),
            bank: { amount: rupiah(482_500_000), countedOn: "2026-11-18", enteredAt: AT },
          },
        ],
      },
    ],
  });
export type Liability = z.output<typeof Liability>;

export const StatementLine = z.strictObject({
  kind: z.enum(["deposit", "withdrawal", "conversion", "correction", "other"]),
  on: Instant,
  amount: Money,
  balance: Money.describe("What stood after it."),
  deposit: Deposit.nullable(),
});
export type StatementLine = z.output<typeof StatementLine>;
/** All that ever moved on a plan, with the code under which anybody can check it. */
export const Statement = z
  .strictObject({
    plan: Plan,
    asOf: Instant,
    lines: z.array(StatementLine).describe("The oldest first."),
    waiting: z.array(Deposit).describe("Being checked, or sent back; not counted."),
    code: z.string().nullable().describe("Null: nothing has moved yet."),
    sealed: z.boolean().describe("The last movement stands in the chain; it takes a minute."),
    bank: Bank.extend({ matches: z.boolean() }).nullable().describe("The bank balance the agency entered last."),
  })
  .meta({
    examples: [
      {
        plan: planExample,
        asOf: AT,
        lines: [{ kind: "deposit", on: AT, amount: rupiah(750_000), balance: rupiah(750_000), deposit: null }],
        waiting: [],
        code: "7F3A 91C2 08DE",
        sealed: true,
        bank: null,
      },
    ],
  });
export type Statement = z.output<typeof Statement>;

export const ReadStatementPaper = z.strictObject({
  id: z.uuid(),
  locale: z.enum(locales).optional().describe("Without it, the saver's own language."),
});
/** A statement with what stands around it on paper. */
export type StatementPaper = {
  statement: Statement;
  agency: Letterhead;
  checkUrl: string;
  locale: string;
};

export const CheckStatement = z
  .strictObject({ code: z.string().trim().max(40).describe("As printed: case, spaces and dashes do not matter.") })
  .meta({ examples: [{ code: "7F3A 91C2 08DE" }] });
/** What anybody may know of a statement: never whose it is. */
export const CheckedStatement = z
  .strictObject({
    agency: z.strictObject({ slug: z.string(), name: z.string() }),
    code: z.string(),
    balance: Money,
    movements: z.number().int(),
    issuedAt: Instant,
    holds: z.boolean().describe("The ledger still says the same of that moment."),
    sealed: z.boolean(),
    newest: z.boolean().describe("Nothing has moved since."),
  })
  .meta({
    examples: [
      {
        agency: { slug: "nurani", name: "Nurani Wisata" },
        code: "7F3A 91C2 08DE",
        balance: rupiah(14_850_000),
        movements: 18,
        issuedAt: AT,
        holds: true,
        sealed: true,
        newest: true,
      },
    ],
  });
export type CheckedStatement = z.output<typeof CheckedStatement>;

/** What a look through all of the books found. */
export const Books = z
  .strictObject({
    sealed: z.number().int(),
    unsealed: z.number().int().describe("Written within the last minute; the chain does not hold them yet."),
    problems: z.array(z.strictObject({ kind: z.enum(["edited", "removed", "unbalanced", "balance"]), id: z.uuid() })),
  })
  .meta({ examples: [{ sealed: 412, unsealed: 1, problems: [] }] });
