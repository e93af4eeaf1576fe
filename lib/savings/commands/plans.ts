import { findSelf } from "@/lib/agencies/queries/agency";
import { findMemberships } from "@/lib/agencies/queries/members";
import { isPerson, type Role } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, forbidden, invalid, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import { amountIn } from "@/lib/kernel/money";
import { openAccount } from "@/lib/ledger/commands/write";
import { readPackage } from "@/lib/packages/queries/packages";
import { CreatePlan, type Plan, UpdatePlan } from "../contract/plan";
import { planChanged } from "../facts";
import { isOwnPlan, mayChangePlan, readsOwnPlan } from "../policy";
import { comparePlans } from "../rules";
import { addPlanChange } from "../store/changes";
import { addPlan, asPlan, findPlan, lockPlan, setPlan } from "../store/plans";

/** Who is calling, as themselves. @throws Fault `forbidden` for what is no person */
export function callerOf({ actor }: Work): string {
  if (!isPerson(actor)) throw forbidden();
  return actor.userId;
}

async function aimOf(work: Work, { target, packageId }: Pick<CreatePlan, "target" | "packageId">) {
  if (target) return target;
  if (!packageId) throw invalid("target", "required");
  const { priceFrom } = await readPackage(work, { id: packageId });
  if (!priceFrom?.amount) throw invalid("target", "required");
  return priceFrom;
}

function refuseBackwards({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) {
  if (endsOn !== null && endsOn <= startsOn) throw conflict("plan_backwards");
}

/** Begins a plan: a target and a pace for money in an account that bears the saver's name.
 * @throws Fault `person_not_found`, `saver_reads_nothing` for whose roles see no savings, `package_not_found`,
 * `plan_backwards` */
export const createPlan = command({
  name: "savings.create_plan",
  input: CreatePlan,
  load: async (work, { userId }) => {
    const saver = userId ?? callerOf(work);
    const [member] = await findMemberships(work, [saver]);
    return { userId: saver, branchId: member?.branchId ?? null, roles: member?.roles as Role[] | undefined };
  },
  allow: mayChangePlan,
  run: async (work, input, { roles, ...saver }): Promise<Plan> => {
    if (!roles) throw notFound("person");
    if (!isOwnPlan(work.actor, saver) && !readsOwnPlan(roles)) throw conflict("saver_reads_nothing");
    const { account, name, monthly, startsOn, endsOn, packageId, financingNote } = input;
    const [target, { timeZone }] = [await aimOf(work, input), await findSelf(work)];
    const { currency } = target;
    refuseBackwards({ startsOn, endsOn });
    const id = newId();
    const accountId = await openAccount(work, { kind: SAVER, owner: `savings_plan:${id}`, currency, floor: 0 });
    await addPlan(work, {
      id,
      ...saver,
      name,
      currency,
      startsOn,
      endsOn,
      packageId,
      financingNote,
      accountId,
      target: target.amount,
      monthly: amountIn(currency, monthly, "monthly"),
      bankName: account.bankName,
      accountHolder: account.holder,
      accountNumber: account.number,
      state: "active",
    });
    work.tell(planChanged, { agencyId: agencyOf(work), planId: id, userId: saver.userId });
    return asPlan(work, await findPlan(work, id), timeZone);
  },
});
/** The ledger's account of a saver; its floor is nothing. */
const SAVER = "savings.saver";

/** Changes target, pace, end, account or note, or closes a plan on which nothing is left; its history keeps what was before.
 * @throws Fault `plan_holds_money`, `plan_backwards` */
export const updatePlan = command({
  name: "savings.update_plan",
  input: UpdatePlan,
  load: (work, { id }) => lockPlan(work, id),
  allow: mayChangePlan,
  run: async (work, { id, account, target, monthly, ...fields }, plan): Promise<Plan> => {
    const holds = plan.balance !== 0 || plan.reserved !== 0 || Number(plan.checking) !== 0;
    if (fields.state === "closed" && holds) throw conflict("plan_holds_money");
    const bank = account && {
      bankName: account.bankName,
      accountHolder: account.holder,
      accountNumber: account.number,
    };
    const sums = {
      target: target && amountIn(plan.currency, target, "target"),
      monthly: monthly && amountIn(plan.currency, monthly, "monthly"),
    };
    const woken = fields.state === "active" ? { movedAt: work.now } : {};
    const given = Object.entries({ ...fields, ...sums, ...bank, ...woken }).filter(([, value]) => value !== undefined);
    const after = { ...plan, ...Object.fromEntries(given) };
    refuseBackwards(after);
    const changes = comparePlans(plan, after);
    if (given.length > 0) await setPlan(work, plan, Object.fromEntries(given));
    if (changes.length > 0) await addPlanChange(work, { planId: id, changedBy: callerOf(work), changes });
    work.tell(planChanged, { agencyId: agencyOf(work), planId: id, userId: plan.userId });
    return asPlan(work, await findPlan(work, id), (await findSelf(work)).timeZone);
  },
});
