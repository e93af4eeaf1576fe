import type { Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { DAY } from "@/lib/kernel/durations";
import { conflict } from "@/lib/kernel/fault";
import { orFollowed, undoUntil } from "@/lib/kernel/undo";
import { reverseJournal, setAside } from "@/lib/ledger/commands/write";
import { readJournal } from "@/lib/ledger/queries";
import { type Deposit, DepositRef } from "../contract/deposit";
import { WITHDRAWAL_DAYS, type Withdrawal, WithdrawalRef } from "../contract/out";
import { mayDecideWithdrawal } from "../policy";
import { mustBeOpen } from "../rules";
import { asDeposit, findDeposit, lockWhole, setDeposit } from "../store/deposits";
import { asWithdrawal, lockWithdrawal, setWithdrawal, type WithdrawalRow } from "../store/out";
import { lockPlan } from "../store/plans";
import { bankOf, issueStatement, mayDecideWhole, tellDeposit } from "./decide";
import { lockOpen } from "./submit";
import { tellWithdrawal } from "./withdraw";

/** What the money was used for meanwhile. */
const FOLLOWED = new Set(["insufficient_funds", "plan_closed"]);

/** @throws Fault `undo_late` when it is another's word or its time is up */
function refuseLate(work: Work, by: string | null, at: Date | null, state: string) {
  if (!undoUntil(work, by, at)) throw conflict("undo_late", { state });
}

/** Takes back what one has just decided about a deposit, or all behind one proof: it waits on the desk again, and what was
 * booked goes out of the books by its mirror. Who asks again gets the same answer.
 * @throws Fault `undo_late`, `undo_followed` when the saver has asked for the money or spent it already */
export const undoDeposit = command({
  name: "savings.undo_deposit",
  input: DepositRef,
  load: (work, { id }) => lockWhole(work, id),
  allow: mayDecideWhole,
  run: async (work, { id }, whole): Promise<Deposit> => {
    const { state, reviewerId, decidedAt, journalId } = whole[0]!.deposit;
    const isDecided = state === "verified" || state === "rejected";
    if (isDecided) {
      refuseLate(work, reviewerId, decidedAt, state);
      await orFollowed(FOLLOWED, lockOpen(work, whole));
      const mirror =
        journalId && (await orFollowed(FOLLOWED, reverseJournal(work, journalId, `savings_deposit:${id}`)));
      const undecided = { journalId: null, reviewerId: null, decidedAt: null, reason: null };
      for (const row of whole) {
        await setDeposit(work, row, { state: "submitted", ...undecided });
        const plan = { id: row.deposit.planId, accountId: row.accountId };
        if (mirror) await issueStatement(work, plan, mirror);
        tellDeposit(work, row, "reopened");
      }
    }
    return asDeposit(work, await findDeposit(work, id));
  },
});

/** The money that went out comes back by a mirror, and is set aside again as it was. Returns the new pending journal. */
async function setAsideAgain(work: Work, { id, state, journalId, amount, currency, createdAt, planId }: WithdrawalRow) {
  const reference = `savings_withdrawal:${id}`;
  const plan = await lockPlan(work, planId);
  mustBeOpen(plan);
  const { accountId } = plan;
  if (state === "approved") {
    const { resolvedBy } = await readJournal(work, journalId);
    const mirror = await reverseJournal(work, resolvedBy!, reference);
    await issueStatement(work, { id: planId, accountId }, mirror);
  }
  const lines = [
    { accountId, amount: -amount },
    { accountId: await bankOf(work, currency), amount },
  ];
  return setAside(work, { kind: "savings.withdrawal", reference, lines }, addMs(createdAt, WITHDRAWAL_DAYS * DAY));
}

/** Takes back what one has just decided about a withdrawal: it waits again, with its money set aside.
 * @throws Fault `undo_late`, `undo_followed` when the money that was freed is used already */
export const undoWithdrawal = command({
  name: "savings.undo_withdrawal",
  input: WithdrawalRef,
  load: (work, { id }) => lockWithdrawal(work, id),
  allow: mayDecideWithdrawal,
  run: async (work, _input, row): Promise<Withdrawal> => {
    if (row.state === "requested") return asWithdrawal(work, row);
    refuseLate(work, row.decidedBy, row.decidedAt, row.state);
    const journalId = await orFollowed(FOLLOWED, setAsideAgain(work, row));
    tellWithdrawal(work, row, "reopened");
    const undecided = { state: "requested" as const, note: null, decidedBy: null, decidedAt: null, journalId };
    return asWithdrawal(work, await setWithdrawal(work, row, undecided));
  },
});
