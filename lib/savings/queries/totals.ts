import { z } from "zod";
import { findSelf } from "@/lib/agencies/queries/agency";
import { moneyIn, ownFirst } from "@/lib/kernel/amounts";
import type { Work } from "@/lib/kernel/call";
import { anyone, nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { checkBooks as checkLedger, readMovements, readSeal, readTotalAt, readTotals } from "@/lib/ledger/queries";
import { type CheckedStatement, CheckStatement, type Liability } from "../contract/out";
import { mayEnterBankBalance, maySeeTotals } from "../policy";
import { showStatementCode } from "../rules";
import { asBank, findByCode, findNewestStatement, listBankBalances } from "../store/out";
import { sumChecking } from "../store/plans";

const SAVER = "savings.saver";
const NoInput = z.strictObject({});

/** What all savers of a currency held together at a moment, as the books said when `written`. */
export const liabilityAt = (work: Work, currency: string, at: Date, written: Date): Promise<number> =>
  readTotalAt(work, { kind: SAVER, currency }, at, written);

/** What is owed to all savers together, beside the bank balance that was entered last, the agency's own currency first. No
 * names. */
export const readLiability = query({
  name: "savings.read_liability",
  input: NoInput,
  load: nothing,
  allow: maySeeTotals,
  run: async (work): Promise<Liability> => {
    const [totals, checking, banks] = [
      await readTotals(work, SAVER),
      await sumChecking(work),
      await listBankBalances(work),
    ];
    const own = (await findSelf(work)).currency;
    const data = totals.sort(ownFirst(own)).map(({ currency, balance, accounts }) => {
      const entered = banks.get(currency);
      const waiting = checking.find((one) => one.currency === currency);
      const money = moneyIn(currency);
      return {
        liability: money(balance),
        plans: accounts,
        checking: money(Number(waiting?.amount ?? 0)),
        bank: entered ? asBank(entered) : null,
        difference: entered ? money(entered.amount - balance) : null,
      };
    });
    return { data };
  },
});

/** Goes through the books of the agency: the chain, every journal's sum, every balance. */
export const checkBooks = query({
  name: "savings.check_books",
  input: NoInput,
  load: nothing,
  allow: mayEnterBankBalance,
  run: (work) => checkLedger(work),
});

/** Whether a printed statement is ours and still true; whose it is, nobody learns.
 * @throws Fault `statement_not_found` */
export const checkStatement = query({
  name: "savings.check_statement",
  input: CheckStatement,
  load: (work, { code }) => findByCode(work, showStatementCode(code)),
  allow: anyone,
  run: async (work, _input, { statement, accountId, agency }): Promise<CheckedStatement> => {
    const { code, balance, currency, movements, createdAt } = statement;
    // Ids are sorted by the time they were made, also within a millisecond.
    const then = (await readMovements(work, accountId)).filter(({ journalId }) => journalId <= statement.journalId);
    const sum = then.reduce((total, { amount }) => total + amount, 0);
    const newest = await findNewestStatement(work, statement.planId);
    return {
      agency,
      code,
      movements,
      issuedAt: createdAt,
      balance: { amount: balance, currency },
      holds: sum === balance && then.length === movements,
      sealed: (await readSeal(work, statement.journalId)) !== null,
      newest: newest?.id === statement.id,
    };
  },
});
