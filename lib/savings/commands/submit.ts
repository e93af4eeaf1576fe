import { findSelf } from "@/lib/agencies/queries/agency";
import { dayAt } from "@/lib/i18n/wall";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, invalid, notFound } from "@/lib/kernel/fault";
import { amountIn } from "@/lib/kernel/money";
import { type Deposit, Resubmit, SubmitCollection, SubmitDeposit } from "../contract/deposit";
import { depositSubmitted } from "../facts";
import { isSavingsStaff, mayChangePlan } from "../policy";
import { mayBecome, mustBeOpen } from "../rules";
import {
  addCollection,
  addDeposits,
  asDeposit,
  type DepositRow,
  findDeposit,
  findProof,
  lockWhole,
  setDeposit,
} from "../store/deposits";
import { findMethod, type PeriodRow, shareOpenAfter, sharePeriodOf } from "../store/desk";
import { lockPlan, lockPlans, type PlanRow } from "../store/plans";
import { callerOf } from "./plans";

type Payment = { methodId: string; paidOn: string; proofId: string | null; whenLate: "refuse" | "next" };

/** The bucket that takes this money: the one of its day, or the next open one, saying for which it came too late.
 * @throws Fault `period_closed` when that one is closed and the next was not asked for */
async function placeOf(work: Work, { paidOn, whenLate }: Pick<Payment, "paidOn" | "whenLate">) {
  const { timeZone } = await findSelf(work);
  if (paidOn > dayAt(work.now, timeZone)) throw invalid("paidOn", "in_future");
  const own = await sharePeriodOf(work, paidOn);
  if (!own.closedAt) return { periodId: own.id, lateForId: null };
  if (whenLate === "refuse") throw conflict("period_closed", { startsOn: own.startsOn, endsOn: own.endsOn });
  return nextOf(work, own);
}

/** Where money goes whose own period is closed. */
export const nextOf = async (work: Work, closed: Pick<PeriodRow, "id" | "endsOn">) => ({
  periodId: (await shareOpenAfter(work, closed.endsOn)).id,
  lateForId: closed.id,
});

/** A proof of one's own uploading, or for the desk anybody's. @throws Fault `proof_not_found` */
async function checkProof(work: Work, proofId: string | null, plan: PlanRow | DepositRow["plan"]) {
  const staff = isSavingsStaff(work.actor, plan);
  if (proofId === null && !staff) throw invalid("proofId", "required");
  const proof = proofId === null ? null : await findProof(work, proofId);
  if (proofId !== null && (!proof || (!staff && proof.uploadedBy !== callerOf(work)))) throw notFound("proof");
}

const refuseUnfit = (plan: PlanRow, { currency }: { currency: string }, field = "amount") => {
  mustBeOpen(plan);
  if (plan.currency !== currency) throw invalid(field, "other_currency");
};

const submitted = (work: Work, { deposit, plan }: DepositRow) =>
  work.tell(depositSubmitted, {
    agencyId: agencyOf(work),
    planId: deposit.planId,
    userId: plan.userId,
    depositId: deposit.id,
  });

/** Says that money was put in; it counts once somebody of the desk has verified it.
 * @throws Fault `plan_closed`, `period_closed`, `payment_method_not_found`, `proof_not_found` */
export const submitDeposit = command({
  name: "savings.submit",
  input: SubmitDeposit,
  load: (work, { planId }) => lockPlan(work, planId),
  allow: mayChangePlan,
  run: async (work, { planId, amount, methodId, proofId, ...when }, plan): Promise<Deposit> => {
    refuseUnfit(plan, amount);
    await findMethod(work, methodId);
    await checkProof(work, proofId, plan);
    const place = await placeOf(work, when);
    const row = { planId, ...amount, methodId, proofId, paidOn: when.paidOn, ...place, submittedBy: callerOf(work) };
    const [id = ""] = await addDeposits(work, [row]);
    const made = await findDeposit(work, id);
    submitted(work, made);
    return asDeposit(work, made);
  },
});

/** One proof for many savers: all of it is verified, or none.
 * @throws Fault as of a single deposit, for the first member that does not fit */
export const submitCollection = command({
  name: "savings.collect",
  input: SubmitCollection,
  load: async (work, { members }) => ({
    plans: await lockPlans(
      work,
      members.map(({ planId }) => planId),
    ),
  }),
  allow: (actor, { plans }) => plans.every((plan) => mayChangePlan(actor, plan)),
  run: async (work, { name, members, methodId, proofId, ...when }, { plans }) => {
    const currency = plans[0]!.currency;
    for (const [i, plan] of plans.entries()) {
      refuseUnfit(plan, members[i]!.amount, `members.${i}.amount`);
      refuseUnfit(plan, { currency }, `members.${i}.amount`);
      await checkProof(work, proofId, plan);
    }
    await findMethod(work, methodId);
    const [place, submittedBy] = [await placeOf(work, when), callerOf(work)];
    const collectionId = await addCollection(work, name, submittedBy);
    const shared = { collectionId, methodId, proofId, paidOn: when.paidOn, ...place, submittedBy };
    const rows = members.map(({ planId, amount }) => ({ planId, ...amount, ...shared }));
    const ids = await addDeposits(work, rows);
    const made = await lockWhole(work, ids[0]!);
    for (const one of made) submitted(work, one);
    const total = { amount: rows.reduce((sum, { amount }) => sum + amount, 0), currency };
    return { id: collectionId, name, total, deposits: made.map((one) => asDeposit(work, one)) };
  },
});

/** The plans of these deposits, locked, of which none is closed. @throws Fault `plan_closed` */
export async function lockOpen(work: Work, whole: readonly DepositRow[]): Promise<PlanRow[]> {
  const plans = await lockPlans(work, [...new Set(whole.map(({ deposit }) => deposit.planId))]);
  for (const plan of plans) mustBeOpen(plan);
  return plans;
}

/** Sends a rejected deposit again, mended; a collective one as a whole.
 * @throws Fault `deposit_decided` when it was not rejected, `plan_closed`, `period_closed`, `proof_not_found` */
export const resubmitDeposit = command({
  name: "savings.resubmit",
  input: Resubmit,
  load: (work, { id }) => lockWhole(work, id),
  allow: (actor, whole) => whole.every(({ plan }) => mayChangePlan(actor, plan)),
  run: async (work, { id, amount, whenLate, ...given }, whole): Promise<Deposit> => {
    if (amount !== undefined && whole.length > 1) throw invalid("amount", "collective");
    await lockOpen(work, whole);
    for (const row of whole) {
      const { deposit } = row;
      if (!mayBecome(deposit.state, "submitted")) throw conflict("deposit_decided", { state: deposit.state });
      const { methodId = deposit.methodId, paidOn = deposit.paidOn, proofId = deposit.proofId } = given;
      await findMethod(work, methodId);
      if (given.proofId) await checkProof(work, proofId, row.plan);
      const place = await placeOf(work, { paidOn, whenLate });
      const fields = {
        methodId,
        paidOn,
        proofId,
        amount: amount ? amountIn(deposit.currency, amount) : deposit.amount,
        ...place,
      };
      const anew = { state: "submitted" as const, reason: null, reviewerId: null, decidedAt: null };
      await setDeposit(work, row, { ...fields, ...anew, submittedBy: callerOf(work) });
      submitted(work, row);
    }
    return asDeposit(work, await findDeposit(work, id));
  },
});
