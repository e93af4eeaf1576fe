import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { addMs } from "@/lib/kernel/clock";
import { command } from "@/lib/kernel/command";
import { DAY } from "@/lib/kernel/durations";
import { conflict } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { amountIn } from "@/lib/kernel/money";
import { endPending, postPending, setAside } from "@/lib/ledger/commands/write";
import { RefuseWithdrawal, WITHDRAWAL_DAYS, Withdraw, type Withdrawal, WithdrawalRef } from "../contract/out";
import { withdrawalDecided, withdrawalRequested, withdrawalTakenBack } from "../facts";
import { mayChangePlan, mayDecideWithdrawal, mayTakeBackWithdrawal } from "../policy";
import {
  addWithdrawal,
  asWithdrawal,
  lockByJournal,
  lockWithdrawal,
  setWithdrawal,
  type WithdrawalRow,
} from "../store/out";
import { findPlan, lockPlan, stirPlan } from "../store/plans";
import { bankOf, issueStatement } from "./decide";
import { callerOf } from "./plans";

/** Asks for money back. It is set aside at once, so that it can't be promised twice, and leaves when somebody approves.
 * @throws Fault `insufficient_funds` */
export const withdraw = command({
  name: "savings.withdraw",
  input: Withdraw,
  load: (work, { id }) => lockPlan(work, id),
  allow: mayChangePlan,
  run: async (work, { id: planId, amount: asked, why }, plan): Promise<Withdrawal> => {
    const amount = amountIn(plan.currency, asked);
    const [id, requestedBy] = [newId(), callerOf(work)];
    const lines = [
      { accountId: plan.accountId, amount: -amount },
      { accountId: await bankOf(work, plan.currency), amount },
    ];
    const what = { kind: "savings.withdrawal", reference: `savings_withdrawal:${id}`, lines };
    const journalId = await setAside(work, what, addMs(work.now, WITHDRAWAL_DAYS * DAY));
    await addWithdrawal(work, { id, planId, ...asked, why, journalId, requestedBy });
    await stirPlan(work, plan);
    const about = { agencyId: agencyOf(work), planId, userId: plan.userId, withdrawalId: id };
    work.tell(withdrawalRequested, about);
    return asWithdrawal(work, await lockWithdrawal(work, id));
  },
});

/** Whoever asked takes it back while nobody has decided; the money is free at once. Asked again, nothing changes.
 * @throws Fault `withdrawal_decided` */
export const takeBackWithdrawal = command({
  name: "savings.take_back_withdrawal",
  input: WithdrawalRef,
  load: (work, { id }) => lockWithdrawal(work, id),
  allow: mayTakeBackWithdrawal,
  run: async (work, { id: withdrawalId }, row): Promise<Withdrawal> => {
    const { state, journalId, planId, userId } = row;
    if (state === "taken_back") return asWithdrawal(work, row);
    if (state !== "requested") throw conflict("withdrawal_decided", { state });
    await endPending(work, journalId, "voided");
    work.tell(withdrawalTakenBack, { agencyId: agencyOf(work), planId, userId, withdrawalId });
    const ended = { state: "taken_back" as const, note: null, decidedBy: null, decidedAt: work.now };
    return asWithdrawal(work, await setWithdrawal(work, row, ended));
  },
});

type Decision = "approved" | "refused" | "timed_out" | "reopened";
/** Plain verb: says what was decided about a withdrawal. */
export const tellWithdrawal = (work: Work, { id, planId, userId }: WithdrawalRow, decision: Decision) =>
  work.tell(withdrawalDecided, { agencyId: agencyOf(work), planId, userId, withdrawalId: id, decision });

const decidedNow = (work: Work) => ({ decidedBy: callerOf(work), decidedAt: work.now });

/** The money goes out. Who asks again gets the same answer.
 * @throws Fault `withdrawal_decided` when it was refused or its time is up */
export const approveWithdrawal = command({
  name: "savings.approve_withdrawal",
  input: WithdrawalRef,
  load: (work, { id }) => lockWithdrawal(work, id),
  allow: mayDecideWithdrawal,
  run: async (work, _input, row): Promise<Withdrawal> => {
    if (row.state === "approved") return asWithdrawal(work, row);
    if (row.state !== "requested") throw conflict("withdrawal_decided", { state: row.state });
    const journalId = await postPending(work, row.journalId);
    const { accountId } = await findPlan(work, row.planId);
    await issueStatement(work, { id: row.planId, accountId }, journalId);
    tellWithdrawal(work, row, "approved");
    return asWithdrawal(work, await setWithdrawal(work, row, { ...decidedNow(work), state: "approved", note: null }));
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
    if (row.state === "refused") return asWithdrawal(work, row);
    if (row.state !== "requested") throw conflict("withdrawal_decided", { state: row.state });
    await endPending(work, row.journalId, "voided");
    tellWithdrawal(work, row, "refused");
    return asWithdrawal(work, await setWithdrawal(work, row, { ...decidedNow(work), state: "refused", note }));
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
    await setWithdrawal(work, row, { state: "timed_out", note: null, decidedBy: null, decidedAt: work.now });
    tellWithdrawal(work, row, "timed_out");
    return true;
  },
});
