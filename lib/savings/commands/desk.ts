import { z } from "zod";
import { findSelf } from "@/lib/agencies/queries/agency";
import { dayAt } from "@/lib/i18n/wall";
import { isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { command, nothing } from "@/lib/kernel/command";
import { conflict, forbidden, invalid } from "@/lib/kernel/fault";
import {
  CreateMethod,
  CreatePeriod,
  MethodRef,
  type PaymentMethod,
  type Period,
  PeriodRef,
  UpdateMethod,
  UpdatePeriod,
} from "../contract/desk";
import { EnterBankBalance, type Liability } from "../contract/out";
import { mayEnterBankBalance, mayKeepDesk, mayListSavings } from "../policy";
import { readLiability } from "../queries/totals";
import {
  addMethod,
  addPeriod,
  asMethod,
  asPeriod,
  findMethod,
  holdsOutside,
  listDuePeriods,
  lockPeriod,
  setMethod,
  setPeriod,
} from "../store/desk";
import { addBankBalance } from "../store/out";
import { callerOf } from "./plans";

/** Offers savers one more way to put money in. */
export const createMethod = command({
  name: "savings.create_method",
  input: CreateMethod,
  load: nothing,
  allow: mayKeepDesk,
  run: async (work, fields): Promise<PaymentMethod> => asMethod(await addMethod(work, fields)),
});

/** Who may not even list them learns nothing of one. */
async function loadMethod(work: Work, { id }: { id: string }) {
  if (!mayListSavings(work.actor)) throw forbidden();
  return findMethod(work, id);
}

/** Renames a way of paying, or offers it no longer. */
export const updateMethod = command({
  name: "savings.update_method",
  input: UpdateMethod,
  load: (work, { id }) => loadMethod(work, { id }),
  allow: mayKeepDesk,
  run: async (work, { id: _, ...fields }, method): Promise<PaymentMethod> =>
    asMethod(await setMethod(work, method, fields)),
});

/** Nobody chooses it any more; deposits that came by it keep its name. */
export const removeMethod = command({
  name: "savings.remove_method",
  input: MethodRef,
  load: (work, { id }) => loadMethod(work, { id }),
  allow: mayKeepDesk,
  run: async (work, _input, method): Promise<void> => {
    await setMethod(work, method, { removedAt: work.now });
  },
});

/** Opens a bucket of days. Months open by themselves when money comes in; this is for others.
 * @throws Fault `period_overlaps` */
export const createPeriod = command({
  name: "savings.create_period",
  input: CreatePeriod,
  load: nothing,
  allow: mayKeepDesk,
  run: async (work, days): Promise<Period> => asPeriod(await addPeriod(work, days)),
});

async function loadPeriod(work: Work, { id }: { id: string }) {
  if (!mayListSavings(work.actor)) throw forbidden();
  return lockPeriod(work, id);
}

/** Moves a bucket's days while it is open.
 * @throws Fault `period_closed`, `period_overlaps`, `period_backwards`, `period_holds_money` */
export const updatePeriod = command({
  name: "savings.update_period",
  input: UpdatePeriod,
  load: (work, { id }) => loadPeriod(work, { id }),
  allow: mayKeepDesk,
  run: async (work, { id: _, ...days }, period): Promise<Period> => {
    if (period.closedAt) throw conflict("period_closed");
    const { startsOn, endsOn, closesOn } = { ...period, ...days };
    if (startsOn > endsOn || endsOn > closesOn) throw conflict("period_backwards");
    if (await holdsOutside(work, period.id, { startsOn, endsOn })) throw conflict("period_holds_money");
    return asPeriod(await setPeriod(work, period, { startsOn, endsOn, closesOn }));
  },
});

/** Nothing is booked into it any more. What is still being checked goes to the next one, and says so.
 * @throws Fault `period_runs` before its last day is over in the agency's zone */
export const closePeriod = command({
  name: "savings.close_period",
  input: PeriodRef,
  load: (work, { id }) => loadPeriod(work, { id }),
  allow: mayKeepDesk,
  run: async (work, _input, period): Promise<Period> => {
    if (period.closedAt) return asPeriod(period);
    const { timeZone } = await findSelf(work);
    if (dayAt(work.now, timeZone) <= period.endsOn) throw conflict("period_runs", { endsOn: period.endsOn });
    return asPeriod(await setPeriod(work, period, { closedAt: work.now }));
  },
});

/** Closes what was to be closed by today. Returns how many. */
export const closeDuePeriods = command({
  name: "savings.close_due",
  input: z.strictObject({}),
  evenReadOnly: true,
  load: nothing,
  allow: isSystem,
  run: async (work) => {
    const { timeZone } = await findSelf(work);
    const due = await listDuePeriods(work, dayAt(work.now, timeZone));
    for (const period of due) await setPeriod(work, period, { closedAt: work.now });
    return due.length;
  },
});

/** What the bank says the savers' accounts hold together, typed in; shown beside what is owed until a later day's is.
 * @throws Fault `validation` for a day that has not come, `other_currency` where nobody saves in it: no sheet would show it */
export const enterBankBalance = command({
  name: "savings.enter_bank_balance",
  input: EnterBankBalance,
  load: nothing,
  allow: mayEnterBankBalance,
  run: async (work, { balance, countedOn }): Promise<Liability> => {
    const { timeZone, currency } = await findSelf(work);
    if (countedOn > dayAt(work.now, timeZone)) throw invalid("countedOn", "in_future");
    const { data: owed } = await readLiability(work, {});
    const kept = [currency, ...owed.map(({ liability }) => liability.currency)];
    if (!kept.includes(balance.currency)) throw invalid("balance", "other_currency");
    await addBankBalance(work, { ...balance, countedOn, enteredBy: callerOf(work) });
    return readLiability(work, {});
  },
});
