import { findMemberships } from "@/lib/agencies/queries/members";
import { addMs } from "@/lib/kernel/clock";
import { DAY, MINUTE } from "@/lib/kernel/durations";
import { openWork } from "@/lib/kernel/work";
import { verifyDeposit } from "@/lib/savings/commands/decide";
import { createMethod, enterBankBalance } from "@/lib/savings/commands/desk";
import { createPlan } from "@/lib/savings/commands/plans";
import { uploadProof } from "@/lib/savings/commands/proofs";
import { submitDeposit } from "@/lib/savings/commands/submit";
import type { SubmitDeposit } from "@/lib/savings/contract/deposit";
import { slip } from "./payments";
import { type Builder, personCall, type SeededPerson } from "./people";

type Inside = Builder & { agencyId: string };

/** Amounts in minor units. */
const WORDS: Record<string, { bank: string; plan: string; monthly: number; target: number }> = {
  IDR: { bank: "Bank Syariah Indonesia", plan: "Umrah Syawal", monthly: 75_000_000, target: 3_240_000_000 },
  KZT: { bank: "Al Hilal Bank", plan: "Умра жинағы", monthly: 6_000_000, target: 124_500_000 },
};
const SAVERS = 5;
const MONTH_DAYS = 30;
const WAITS = 9 * MINUTE;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** Savers with some months behind them, each at another point of the way; the last deposit of some waits to be checked. */
export async function seedSavings(
  build: Inside,
  desk: SeededPerson,
  pilgrims: readonly SeededPerson[],
  currency: string,
) {
  const words = WORDS[currency]!;
  const call = personCall(build, build.agencyId, desk.userId, build.now, { roles: ["admin"] });
  const money = (amount: number) => ({ amount, currency });
  const method = await createMethod(call, {
    name: words.bank,
    type: "bank" as const,
    bankName: words.bank,
    accountNumber: "7120448800",
  });
  const savers = pilgrims.slice(0, SAVERS).map(({ userId }) => userId);
  const members = await call.transact("agency", true, (tx) =>
    findMemberships(openWork(call, tx, "demo.savers"), savers),
  );
  let total = 0;
  for (const [i, { userId, personName }] of members.entries()) {
    const months = 3 + ((i * 5) % 11);
    const plan = await createPlan(call, {
      userId,
      name: words.plan,
      target: money(words.target),
      monthly: money(words.monthly),
      startsOn: dayOf(new Date(build.now.getTime() - months * MONTH_DAYS * DAY)),
      account: { bankName: words.bank, holder: personName, number: `71204488${String(10 + i)}` },
    });
    for (let back = months; back >= 0; back -= 1) {
      // One month was missed, as it happens.
      if (back > 0 && back === i + 1) continue;
      const paidOn = dayOf(new Date(build.now.getTime() - back * MONTH_DAYS * DAY));
      const payment = { planId: plan.id, amount: money(words.monthly), methodId: method.id, paidOn };
      if (back === 0 && i % 2 === 0) {
        await sendProof({ ...build, now: addMs(build.now, -(i + 1) * WAITS) }, userId, payment, personName);
      } else {
        const { id } = await submitDeposit(call, payment);
        await verifyDeposit(call, { id });
      }
      // The bank has it before the desk has looked.
      total += words.monthly;
    }
  }
  await enterBankBalance(call, { balance: money(total), countedOn: dayOf(build.now) });
}

type Payment = Pick<SubmitDeposit, "planId" | "amount" | "methodId" | "paidOn">;
/** The saver themself says that they paid, with what shows it. */
async function sendProof(build: Inside, userId: string, payment: Payment, personName: string) {
  const saver = personCall(build, build.agencyId, userId, build.now, { roles: ["pilgrim"] });
  const file = await slip(personName, payment.amount, payment.paidOn);
  const { id: proofId } = await uploadProof(saver, { file });
  await submitDeposit(saver, { ...payment, proofId });
}
