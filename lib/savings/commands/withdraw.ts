import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { conflict, invalid } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { DAY } from "@/lib/kernel/span";
import { endPending, postPending, setAside } from "@/lib/ledger/commands/write";
import { RefuseWithdrawal, WITHDRAWAL_DAYS, Withdraw, type Withdrawal, WithdrawalRef } from "../contract/out";
import { withdrawalDecided, withdrawalRequested } from "../facts";
import { mayChangePlan, mayDecideWithdrawal } from "../policy";
import {
  addWithdrawal,
  asWithdrawal,
  lockByJournal,
  lockWithdrawal,
  setWithdrawal,
  type WithdrawalRow,
} from "../store/out";
import { findPlan, lockPlan, setPlan } from "../store/plans";
import { bankOf, issueStatement } from "./decide";
import { callerOf } from "./plans";

/** Asks for money back. It is set aside at once, so that it can't be promised twice, and leaves when somebody approves.
 * @throws Fault `insufficient_funds` */
export const withdraw = command({
  name: "savings.withdraw",
  input: Withdraw,
  load: (work, { id }) => lockPlan(work, id),
  allow: mayChangePlan,
  run: async (work, { id: planId, amount, why }, plan): Promise<Withdrawal> => {
    if (amount.currency !== plan.currency) throw invalid("amount", "other_currency");
    const [id, requestedBy] = [newId(), callerOf(work)];
    const lines = [
      { accountId: plan.accountId, amount: -amount.amount },
      { accountId: await bankOf(work, plan.currency), amount: amount.amount },
    ];
    const what = { kind: "savings.withdrawal", reference: `savings_withdrawal:${id}`, lines };
    const journalId = await setAside(work, what, addMs(work.now, WITHDRAWAL_DAYS * DAY));
    await addWithdrawal(work, { id, planId, ...amount, why, journalId, requestedBy });
    await setPlan(work, plan, { movedAt: work.now, ...(plan.state === "dormant" ? { state: "active" } : {}) });
    const about = { agencyId: agencyOf(work), planId, userId: plan.userId, withdrawalId: id };
    work.tell(withdrawalRequested, about);
    return asWithdrawal(await lockWithdrawal(work, id));
  },
});

const told = (work: Work, { id, planId, userId }: WithdrawalRow, decision: "approved" | "refused" | "timed_out") =>
  work.tell(withdrawalDecided, { agencyId: agencyOf(work), planId, userId, withdrawalId: id, decision });

/** The money goes out. Who asks again gets the same answer.
 * @throws Fault `withdrawal_decided` when it was refused or its time is up */
export const approveWithdrawal = command({
  name: "savings.approve_withdrawal",
  input: WithdrawalRef,
  load: (work, { id }) => lockWithdrawal(work, id),
  allow: mayDecideWithdrawal,
  run: async (work, _input, row): Promise<Withdrawal> => {
    if (row.state === "approved") return asWithdrawal(row);
    if (row.state !== "requested") throw conflict("withdrawal_decided", { state: row.state });
    const journalId = await postPending(work, row.journalId);
    const { accountId } = await findPlan(work, row.planId);
    await issueStatement(work, { id: row.planId, accountId }, journalId);
    told(work, row, "approved");
    return asWithdrawal(await setWithdrawal(work, row, { state: "approved", note: null, decidedBy: callerOf(work) }));
  },
});

/** The money stays, and may be used again.
 * @throws Fault `withdrawal_decided` */
export const refuseWithdrawal = command({
  name: "savings.refuse_withdrawal",
  input: RefuseWithdrawal,
  load: (work, { id }) => lockWithdrawal(work, id),
  allow: mayDecideWithdrawal,
  run: async (work, { note }, row): Promise<Withdrawal> => {
    if (row.state === "refused") return asWithdrawal(row);
    if (row.state !== "requested") throw conflict("withdrawal_decided", { state: row.state });
    await endPending(work, row.journalId, "voided");
    told(work, row, "refused");
    return asWithdrawal(await setWithdrawal(work, row, { state: "refused", note, decidedBy: callerOf(work) }));
  },
});

/** Follows the ledger, where the money set aside was freed because nobody had decided. Returns whether it did. */
export const timeOutWithdrawal = command({
  name: "savings.time_out_withdrawal",
  input: z.strictObject({ journalId: z.uuid() }),
  evenReadOnly: true,
  load: (work, { journalId }) => lockByJournal(work, journalId),
  allow: isSystem,
  run: async (work, _input, row) => {
    if (row?.state !== "requested") return false;
    await setWithdrawal(work, row, { state: "timed_out", note: null, decidedBy: null });
    told(work, row, "timed_out");
    return true;
  },
});
