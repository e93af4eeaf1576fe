import { readBooking } from "@/lib/bookings/queries/bookings";
import type { Call } from "@/lib/kernel/call";
import { oneByOne } from "@/lib/kernel/one-by-one";
import type { Ports } from "@/lib/kernel/ports";
import { everyAgency, on, type Task } from "@/lib/kernel/task";
import {
  depositDecided,
  planSlept,
  savingsConverted,
  withdrawalDecided,
  withdrawalRequested,
  withdrawalTakenBack,
} from "@/lib/savings/facts";
import { mayDecideWithdrawal } from "@/lib/savings/policy";
import { readDeposit, readWithdrawal } from "@/lib/savings/queries/desk";
import { readPlan } from "@/lib/savings/queries/plans";
import { listDrowsyPlans, listDuePlans } from "@/lib/savings/queries/remind";
import { settle } from "../commands/notify";
import type { NoticeKind } from "../contract";
import { tellPerson, tellStaff } from "./tell";

/** What a deposit must still be when its saver is told, or it would say what is no longer so (R75). */
const STATE = { verified: "verified", rejected: "rejected", taken_back: "rejected", reopened: "submitted" } as const;
const ANSWER = { approved: "approved", refused: "refused", timed_out: "timed_out", reopened: "requested" } as const;

const remindMonthly = async (call: Call, ports: Ports) =>
  oneByOne(await listDuePlans(call, {}), ({ id, userId, name, monthly, month }) =>
    tellPerson(call, ports, userId, {
      kind: "savings_due",
      about: { planId: id, label: name, money: monthly },
      dedupeKey: `savings_due:${id}:${month}`,
    }),
  );

const warnDrowsy = async (call: Call, ports: Ports) =>
  oneByOne(await listDrowsyPlans(call, {}), ({ id, userId, name, sleepsAt }) =>
    tellPerson(call, ports, userId, {
      kind: "savings_sleeps_soon",
      about: { planId: id, label: name, at: sleepsAt.toISOString() },
      dedupeKey: `savings_sleeps_soon:${id}:${sleepsAt.toISOString()}`,
    }),
  );

/** Nobody is called any more to a wish for money that is answered, or is none. */
const settleWish = (call: Call, askedId: string) =>
  settle(call, { kinds: ["withdrawal_requested"], about: { askedId } });

export const tasks: Task[] = [
  on(depositDecided, "notices.deposit_decided", async (call, { planId, userId, depositId, decision }, ports) => {
    const { state, planName: label, amount: money } = await readDeposit(call, { id: depositId });
    if (state !== STATE[decision]) return;
    const kind: NoticeKind = `savings_${decision}`;
    const dedupeKey = `${call.requestId}:${kind}:${depositId}`;
    await tellPerson(call, ports, userId, { kind, about: { planId, label, money }, dedupeKey });
  }),
  on(withdrawalRequested, "notices.withdrawal_requested", async (call, { withdrawalId, userId }) => {
    const { state, amount: money, requestedBy } = await readWithdrawal(call, { id: withdrawalId });
    if (state !== "requested") return;
    const about = { userId, money, askedId: withdrawalId };
    const news = { kind: "withdrawal_requested" as const, about, dedupeKey: `withdrawal_requested:${withdrawalId}` };
    await tellStaff(call, (who) => mayDecideWithdrawal(who, { userId, branchId: null, requestedBy }), news);
  }),
  on(withdrawalTakenBack, "notices.withdrawal_taken_back", (call, { withdrawalId }) => settleWish(call, withdrawalId)),
  on(
    withdrawalDecided,
    "notices.withdrawal_decided",
    async (call, { planId, userId, withdrawalId, decision }, ports) => {
      if (decision !== "reopened") await settleWish(call, withdrawalId);
      const { state, planName: label, amount: money } = await readWithdrawal(call, { id: withdrawalId });
      if (state !== ANSWER[decision]) return;
      const kind: NoticeKind = decision === "reopened" ? "savings_reopened" : `withdrawal_${decision}`;
      const dedupeKey = `${call.requestId}:${kind}:${withdrawalId}`;
      await tellPerson(call, ports, userId, { kind, about: { planId, label, money }, dedupeKey });
    },
  ),
  on(savingsConverted, "notices.savings_converted", async (call, { planId, userId, bookingId, amount }, ports) => {
    const { code: label, owed } = await readBooking(call, { id: bookingId });
    const about = { planId, bookingId, label, money: { amount, currency: owed.currency } };
    const dedupeKey = `${call.requestId}:savings_converted:${bookingId}`;
    await tellPerson(call, ports, userId, { kind: "savings_converted", about, dedupeKey });
  }),
  on(planSlept, "notices.plan_slept", async (call, { planId, userId }, ports) => {
    const { name: label, state } = await readPlan(call, { id: planId });
    if (state !== "dormant") return;
    const dedupeKey = `${call.requestId}:savings_slept:${planId}`;
    await tellPerson(call, ports, userId, { kind: "savings_slept", about: { planId, label }, dedupeKey });
  }),
  // Ten days into the month, when the bank has had time to show what came.
  everyAgency("11 2 10 * *", "notices.savings_due", (call, _payload, ports) => remindMonthly(call, ports)),
  everyAgency("31 2 * * *", "notices.savings_sleep_soon", (call, _payload, ports) => warnDrowsy(call, ports)),
];
