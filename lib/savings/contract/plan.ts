import { z } from "zod";
import { Day as CalendarDay, Instant } from "@/lib/kernel/clock";
import { latinDigits } from "@/lib/kernel/digits";
import { Money, PositiveMoney, rupiah } from "@/lib/kernel/money";
import { PageInput, pageOf } from "@/lib/kernel/page";
import { line, textBlock } from "@/lib/kernel/text";

export const PLAN_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e40";
const USER_ID = "0193f0a4-6c5e-7b1a-8f2e-1d5c3b7a9e21";
const AT = "2026-11-18T01:00:00.000Z";

/** A day of the agency's calendar. */
export const Day = CalendarDay.meta({ examples: ["2026-11-18"] });
export const PlanState = z.enum(["active", "dormant", "closed"]);
export type PlanState = z.output<typeof PlanState>;

const OwnAccount = z.strictObject({
  bankName: line(80),
  holder: line(120).describe("The saver's own name: an agency pools no deposits."),
  number: z
    .string()
    .overwrite(latinDigits)
    .trim()
    .regex(/^[\d -]{4,34}$/, { error: "account_number_invalid" }),
});
/** Where a saver's money goes back to. */
export const ShownAccount = z.strictObject({
  bankName: z.string(),
  holder: z.string(),
  number: z.string().describe("In full for the desk; others see its last four digits."),
});
const EXAMPLE = {
  name: "Umrah Syawal 2028",
  monthly: rupiah(750_000),
  startsOn: "2025-04-01",
  financingNote: null,
};
const ACCOUNT = { bankName: "Bank Syariah Indonesia", holder: "Marlina Tanjung", number: "7120448808" };

export const CreatePlan = z
  .strictObject({
    userId: z.uuid().optional().describe("Whose plan; absent: one's own."),
    name: line(120),
    target: PositiveMoney.optional().describe("What is saved for; absent: the price of the package."),
    packageId: z.uuid().nullable().default(null),
    monthly: PositiveMoney,
    startsOn: Day,
    endsOn: Day.nullable().default(null).describe("By when the saver would like to have it."),
    account: OwnAccount,
    financingNote: textBlock(500).nullable().default(null).describe("Who else pays for the trip: only a note."),
  })
  .meta({ examples: [{ ...EXAMPLE, userId: USER_ID, target: rupiah(32_400_000), account: ACCOUNT }] });
export type CreatePlan = z.output<typeof CreatePlan>;

export const UpdatePlan = z
  .strictObject({
    id: z.uuid(),
    name: line(120).optional(),
    target: PositiveMoney.optional().describe("In the plan's currency."),
    monthly: PositiveMoney.optional().describe("In the plan's currency."),
    endsOn: Day.nullable().optional().describe("By when the saver would like to have it."),
    account: OwnAccount.optional(),
    financingNote: textBlock(500).nullable().optional(),
    state: z.enum(["active", "closed"]).optional().describe("Closed: nothing is left and nothing comes in any more."),
  })
  .meta({ examples: [{ id: PLAN_ID, monthly: rupiah(800_000) }] });
export const PlanRef = z.strictObject({ id: z.uuid() });

export const planExample = {
  ...EXAMPLE,
  id: PLAN_ID,
  userId: USER_ID,
  personName: "Marlina Tanjung",
  target: rupiah(32_400_000),
  packageId: null,
  account: { ...ACCOUNT, number: "•••• 8808" },
  state: "active" as const,
  balance: rupiah(14_850_000),
  checking: rupiah(750_132),
  reserved: rupiah(0),
  percent: 45,
  finishMonth: "2028-11",
  endsOn: null,
  movedAt: AT,
  createdAt: AT,
};
/** A plan with what stands on it. Nothing of it is a bank product: no interest, no penalty, no promise of a date. */
export const Plan = z
  .strictObject({
    id: z.uuid(),
    userId: z.uuid(),
    personName: z.string(),
    name: z.string(),
    target: Money,
    monthly: Money,
    startsOn: Day,
    packageId: z.uuid().nullable(),
    account: ShownAccount,
    financingNote: z.string().nullable(),
    state: PlanState,
    balance: Money.describe("Verified; what is being checked is not counted."),
    checking: Money.describe("Submitted and not decided yet."),
    reserved: Money.describe("Of the balance, set aside for a withdrawal nobody has decided about."),
    percent: z.number().int().describe("Of the target, rounded down."),
    finishMonth: z.string().nullable().describe("YYYY-MM in which the target is reached at this pace; null: it is."),
    endsOn: Day.nullable().describe("By when the saver would like to have it; no promise of a date."),
    movedAt: Instant.describe("When anything moved last; 24 months later it sleeps."),
    createdAt: Instant,
  })
  .meta({
    examples: [planExample],
  });
export type Plan = z.output<typeof Plan>;

/** What of a plan may be changed after it began. */
export const PlanField = z.enum(["name", "target", "monthly", "endsOn", "account", "financingNote", "state"]);
export type PlanField = z.output<typeof PlanField>;
const Value = z
  .string()
  .nullable()
  .describe("In words: of a sum its minor units, in the plan's currency; of an account its last four digits.");
export const PlanChange = z
  .strictObject({
    id: z.uuid(),
    by: z.string().describe("Whoever changed it."),
    changes: z.array(z.strictObject({ field: PlanField, before: Value, after: Value })),
    createdAt: Instant,
  })
  .meta({
    examples: [
      {
        id: USER_ID,
        by: "Agus Admin",
        createdAt: AT,
        changes: [{ field: "monthly", before: "75000000", after: "80000000" }],
      },
    ],
  });
export type PlanChange = z.output<typeof PlanChange>;
export const PlanChangePage = pageOf(PlanChange);
export const ListPlanChanges = z.strictObject({ ...PageInput.shape, id: z.uuid() });
export const PlanPage = pageOf(Plan);

export const PlanSort = z.enum(["newest", "name", "balance"]);
export type PlanSort = z.output<typeof PlanSort>;
export const ListPlans = z.strictObject({
  ...PageInput.shape,
  q: z.string().trim().max(120).optional().describe("Part of the saver's or the plan's name."),
  state: PlanState.optional(),
  sort: PlanSort.default("newest"),
});
export type ListPlans = z.output<typeof ListPlans>;
export const ExportPlans = ListPlans.omit({ limit: true, cursor: true });
