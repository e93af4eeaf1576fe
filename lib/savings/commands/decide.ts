import { addToDirectory } from "@/lib/agencies/commands/directory";
import { findSelf } from "@/lib/agencies/queries/agency";
import { limitIn, needsSecond } from "@/lib/agencies/queries/second-person";
import type { Actor } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { openAccount, postJournal, reverseJournal } from "@/lib/ledger/commands/write";
import { readBalances, readMovements } from "@/lib/ledger/queries";
import { type Deposit, DepositRef, RejectDeposit } from "../contract/deposit";
import { depositDecided } from "../facts";
import { mayDecide } from "../policy";
import { drawStatementCode, mayBecome, momentOf } from "../rules";
import { asDeposit, type DepositRow, findDeposit, lockWhole, setDeposit, sumAlone } from "../store/deposits";
import { sharePeriod } from "../store/desk";
import { addStatement } from "../store/out";
import { stirPlan } from "../store/plans";
import { callerOf } from "./plans";
import { lockOpen, nextOf } from "./submit";

/** Where savers' money lies outside of our books; what it owes is what all savers hold. */
export const bankOf = (work: Work, currency: string) =>
  openAccount(work, { kind: "savings.bank", owner: "savings", currency, floor: null });

/** A collective deposit is decided as one: by whoever may decide about each saver's part. */
export const mayDecideWhole = (actor: Actor, whole: DepositRow[]) =>
  mayDecide(
    actor,
    whole.map(({ plan }) => plan),
  );
const shown = async (work: Work, id: string): Promise<Deposit> => asDeposit(work, await findDeposit(work, id));
type Decision = "verified" | "rejected" | "taken_back" | "reopened";
/** Plain verb: says what was decided about a deposit. */
export const tellDeposit = (work: Work, { deposit, plan }: DepositRow, decision: Decision) =>
  work.tell(depositDecided, {
    agencyId: agencyOf(work),
    planId: deposit.planId,
    userId: plan.userId,
    depositId: deposit.id,
    decision,
  });

/** Somebody of the desk looks at it: others see who has it. */
export const reviewDeposit = command({
  name: "savings.review",
  input: DepositRef,
  load: (work, { id }) => lockWhole(work, id),
  allow: mayDecideWhole,
  run: async (work, { id }, whole): Promise<Deposit> => {
    for (const row of whole) {
      const { state } = row.deposit;
      if (!mayBecome(state, "in_review")) throw conflict("deposit_decided", { state });
      await setDeposit(work, row, { state: "in_review", reviewerId: callerOf(work) });
    }
    return shown(work, id);
  },
});

/** What stands on a plan after a journal gets a code under which anybody can check it. */
export async function issueStatement(work: Work, plan: { id: string; accountId: string }, journalId: string) {
  const [[account], movements] = [
    await readBalances(work, [plan.accountId]),
    await readMovements(work, plan.accountId),
  ];
  const { balance, currency } = account!;
  const [id, code] = [newId(), drawStatementCode()];
  await addToDirectory(work, { kind: "statement", key: code, subjectId: id, expiresAt: null });
  await addStatement(work, { id, planId: plan.id, journalId, code, balance, currency, movements: movements.length });
}

/** Before any account is locked: a withdrawal takes its plan first too (R3). @throws Fault `plan_closed` */
async function wake(work: Work, whole: readonly DepositRow[]) {
  for (const plan of await lockOpen(work, whole)) await stirPlan(work, plan);
}

/** The period it is booked into now: its own, or the next when that was closed while it was checked (R23). */
async function settlePlace(work: Work, { deposit }: DepositRow) {
  const period = await sharePeriod(work, deposit.periodId);
  if (!period.closedAt) return { periodId: period.id, lateForId: deposit.lateForId };
  const next = await nextOf(work, period);
  // Too late twice, it is still late for the one of its day.
  return { ...next, lateForId: deposit.lateForId ?? next.lateForId };
}

/** What somebody entered for savers, another verifies above the agency's limit: by the proof that goes with it, and with what
 * this person alone entered and verified for the same plans before, since in parts it is the same money. */
async function refuseAlone(work: Work, whole: readonly DepositRow[]) {
  const caller = callerOf(work);
  const { submittedBy, currency } = whole[0]!.deposit;
  if (submittedBy !== caller) return;
  const before = await sumAlone(
    work,
    whole.map(({ deposit }) => deposit.planId),
    caller,
  );
  const sum = whole.reduce((total, { deposit }) => total + deposit.amount, before);
  if (needsSecond(sum, limitIn(currency, await findSelf(work)))) throw conflict("deposit_own");
}

/** Verifies a deposit, or all behind one collective proof: one journal. Who asks again gets the same answer (R10).
 * @throws Fault `deposit_decided` when it was rejected meanwhile, `plan_closed`, `deposit_own` above the agency's limit */
export const verifyDeposit = command({
  name: "savings.verify",
  input: DepositRef,
  load: (work, { id }) => lockWhole(work, id),
  allow: mayDecideWhole,
  run: async (work, { id }, whole): Promise<Deposit> => {
    const { deposit: first } = whole[0]!;
    if (whole.every(({ deposit }) => deposit.state === "verified")) return shown(work, id);
    if (!whole.every(({ deposit }) => mayBecome(deposit.state, "verified") && !deposit.journalId)) {
      throw conflict("deposit_decided", { state: first.state });
    }
    await refuseAlone(work, whole);
    const [place, { timeZone }] = [await settlePlace(work, whole[0]!), await findSelf(work)];
    const { startsOn } = await sharePeriod(work, place.periodId);
    // Late money counts from the first day of the period that took it.
    const day = place.lateForId ? startsOn : first.paidOn;
    await wake(work, whole);
    const total = whole.reduce((sum, { deposit }) => sum + deposit.amount, 0);
    const journalId = await postJournal(work, {
      kind: "savings.deposit",
      reference: first.collectionId ? `savings_collection:${first.collectionId}` : `savings_deposit:${id}`,
      effectiveAt: momentOf(day, timeZone, work.now),
      lines: [
        { accountId: await bankOf(work, first.currency), amount: -total },
        ...whole.map(({ accountId, deposit }) => ({ accountId, amount: deposit.amount })),
      ],
    });
    const decided = { state: "verified" as const, journalId, reviewerId: callerOf(work), decidedAt: work.now };
    for (const row of whole) {
      await setDeposit(work, row, { ...decided, ...place, reason: null });
      await issueStatement(work, { id: row.deposit.planId, accountId: row.accountId }, journalId);
      tellDeposit(work, row, "verified");
    }
    return shown(work, id);
  },
});

/** Sends it back with the reason; a collective one as a whole. Asked again with it rejected already, nothing changes.
 * @throws Fault `deposit_decided` when it was verified meanwhile */
export const rejectDeposit = command({
  name: "savings.reject",
  input: RejectDeposit,
  load: (work, { id }) => lockWhole(work, id),
  allow: mayDecideWhole,
  run: async (work, { id, reason }, whole): Promise<Deposit> => {
    const { deposit: first } = whole[0]!;
    if (first.state === "rejected") return shown(work, id);
    if (first.journalId) throw conflict("deposit_decided", { state: first.state });
    for (const row of whole) {
      const decided = { state: "rejected" as const, reviewerId: callerOf(work), decidedAt: work.now };
      await setDeposit(work, row, { ...decided, reason });
      tellDeposit(work, row, "rejected");
    }
    return shown(work, id);
  },
});

/** Takes a mistaken verification back by a mirror in the ledger; the deposit is then rejected with the reason.
 * @throws Fault `deposit_not_verified`, `insufficient_funds` when the money is gone already */
export const takeBackDeposit = command({
  name: "savings.take_back",
  input: RejectDeposit,
  load: (work, { id }) => lockWhole(work, id),
  allow: mayDecideWhole,
  run: async (work, { id, reason }, whole): Promise<Deposit> => {
    const { journalId, state } = whole[0]!.deposit;
    if (!journalId) throw conflict("deposit_not_verified", { state });
    const mirror = await reverseJournal(work, journalId, `savings_deposit:${id}`);
    for (const row of whole) {
      const decided = { state: "rejected" as const, journalId: null, reviewerId: callerOf(work) };
      await setDeposit(work, row, { ...decided, decidedAt: work.now, reason });
      await issueStatement(work, { id: row.deposit.planId, accountId: row.accountId }, mirror);
      tellDeposit(work, row, "taken_back");
    }
    return shown(work, id);
  },
});
