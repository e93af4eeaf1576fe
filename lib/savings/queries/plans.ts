import { findSelf } from "@/lib/agencies/queries/agency";
import { fromWall } from "@/lib/i18n/wall-time";
import { moneyIn } from "@/lib/kernel/amounts";
import type { Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { readMovements, readSeal } from "@/lib/ledger/queries";
import type { Statement, StatementLine } from "../contract/out";
import { ExportPlans, ListPlanChanges, ListPlans, type Plan, PlanRef } from "../contract/plan";
import { mayExportSavings, mayListSavings, maySeePlan } from "../policy";
import { addDays } from "../rules";
import { listPlanChangeRows } from "../store/changes";
import { asDeposit, type DepositRow, listDepositsOf } from "../store/deposits";
import { asBank, findNewestStatement, listBankBalances } from "../store/out";
import { asPlan, findPlan, listPlanRows, type PlanRow } from "../store/plans";
import { liabilityAt } from "./totals";

/** Plans within the caller's reach. */
export const listPlans = query({
  name: "savings.list_plans",
  input: ListPlans,
  load: nothing,
  allow: mayListSavings,
  run: async (work, input) => {
    const [page, { timeZone }] = [await listPlanRows(work, input), await findSelf(work)];
    return { ...page, data: page.data.map((row) => asPlan(work, row, timeZone)) };
  },
});

const EXPORT_PAGE = 500;

/** Every plan of a list, for a file. */
export const exportPlans = query({
  name: "savings.export_plans",
  input: ExportPlans,
  load: nothing,
  allow: mayExportSavings,
  run: async (work, input) => {
    const { timeZone } = await findSelf(work);
    const data: Plan[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPlanRows(work, { ...input, limit: EXPORT_PAGE, cursor });
      data.push(...page.data.map((row) => asPlan(work, row, timeZone)));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return { data };
  },
});

const onPlan = { input: PlanRef, load: (work: Work, { id }: { id: string }) => findPlan(work, id), allow: maySeePlan };

/** One savings plan with its balance. @throws Fault `plan_not_found` */
export const readPlan = query({
  name: "savings.read_plan",
  ...onPlan,
  run: async (work, _input, row) => asPlan(work, row, (await findSelf(work)).timeZone),
});

/** What was changed of a plan since it began, the newest first. */
export const listPlanChanges = query({
  name: "savings.list_plan_changes",
  ...onPlan,
  input: ListPlanChanges,
  run: (work, input) => listPlanChangeRows(work, input),
});

const KINDS: Record<string, StatementLine["kind"]> = {
  "savings.deposit": "deposit",
  "savings.withdrawal": "withdrawal",
  "invoices.payment": "conversion",
};

async function linesOf(
  work: Work,
  { accountId, currency }: PlanRow,
  deposits: readonly DepositRow[],
): Promise<StatementLine[]> {
  const money = moneyIn(currency);
  const byJournal = new Map(deposits.map((row) => [row.deposit.journalId, row]));
  return (await readMovements(work, accountId)).map(({ journalId, kind, reverses, amount, balance, effectiveAt }) => {
    const row = byJournal.get(journalId);
    return {
      kind: reverses ? "correction" : (KINDS[kind] ?? "other"),
      on: effectiveAt,
      amount: money(amount),
      balance: money(balance),
      deposit: row ? asDeposit(work, row) : null,
    };
  });
}

/** What the bank had beside what was owed when it was counted: what came since, or was verified since, is in neither. */
async function bankOf(work: Work, currency: string, zone: string): Promise<Statement["bank"]> {
  const entered = (await listBankBalances(work)).get(currency);
  if (!entered) return null;
  const { amount, countedOn, createdAt: enteredAt } = entered;
  const dayEnds = fromWall(`${addDays(countedOn, 1)}T00:00`, zone) ?? enteredAt;
  const counted = new Date(Math.min(dayEnds.getTime(), enteredAt.getTime()));
  const owed = await liabilityAt(work, currency, counted, enteredAt);
  return { ...asBank(entered), matches: amount >= owed };
}

/** All that ever moved on a plan. What is being checked stands apart and is not counted. */
export const readStatement = query({
  name: "savings.read_statement",
  ...onPlan,
  run: async (work, { id }, row): Promise<Statement> => {
    const deposits = await listDepositsOf(work, id);
    const [newest, { timeZone }] = [await findNewestStatement(work, id), await findSelf(work)];
    return {
      plan: asPlan(work, row, timeZone),
      asOf: work.now,
      lines: await linesOf(work, row, deposits),
      waiting: deposits.filter(({ deposit }) => deposit.state !== "verified").map((one) => asDeposit(work, one)),
      code: newest?.code ?? null,
      sealed: newest ? (await readSeal(work, newest.journalId)) !== null : false,
      bank: await bankOf(work, row.currency, timeZone),
    };
  },
});
