import { postJournal, setAside } from "@/lib/ledger/commands/write";
import { rejectDeposit, verifyDeposit } from "@/lib/savings/commands/decide";
import { createMethod, createPeriod } from "@/lib/savings/commands/desk";
import { createPlan } from "@/lib/savings/commands/plans";
import { uploadProof } from "@/lib/savings/commands/proofs";
import { submitDeposit } from "@/lib/savings/commands/submit";
import { withdraw } from "@/lib/savings/commands/withdraw";
import { linkProof, listDeposits } from "@/lib/savings/queries/desk";
import { readStatement } from "@/lib/savings/queries/plans";
import { openAccounts, writing } from "../ledger/support";
import { as, NOON, type Somebody, type World } from "../support/world";

const idr = (amount: number) => ({ amount, currency: "IDR" });
const DAY = 86_400_000;
export const dayOf = (daysAgo: number) => new Date(NOON.getTime() - daysAgo * DAY).toISOString().slice(0, 10);

const begin = (world: World, { userId, personName }: Somebody) =>
  createPlan(as(world.admin), {
    userId,
    name: "Umrah",
    target: idr(3_000_000),
    monthly: idr(100_000),
    startsOn: dayOf(0),
    account: { bankName: "BSI", holder: personName, number: "7120448808" },
  });

/** A pilgrim who saves: a deposit in each state, a withdrawal that waits, and what the desk keeps. */
export async function addSavings(world: World, companion: Somebody, file: Uint8Array<ArrayBuffer>) {
  const [desk, own] = [as(world.admin), as(world.pilgrim)];
  const [plan, other] = [await begin(world, world.pilgrim), await begin(world, companion)];
  const method = await createMethod(desk, { name: "BSI", type: "bank", accountNumber: "7120440000" });
  const period = await createPeriod(desk, { startsOn: dayOf(400), endsOn: dayOf(390), closesOn: dayOf(380) });
  const { id: proofId } = await uploadProof(own, { file });
  const put = (amount: number) =>
    submitDeposit(own, { planId: plan.id, amount: idr(amount), methodId: method.id, paidOn: dayOf(0), proofId });
  const [submitted, verified, rejected] = [await put(1_000), await put(50_000), await put(3_000)];
  const [toVerify, toReview, toReject] = [await put(4_000), await put(5_000), await put(6_000)];
  for (const { id } of [verified, await put(90_000)]) await verifyDeposit(as(world.owner), { id });
  await rejectDeposit(as(world.owner), { id: rejected.id, reason: "No" });
  const asked = await withdraw(own, { id: plan.id, amount: idr(10_000) });
  const refused = await withdraw(own, { id: plan.id, amount: idr(11_000) });
  const takenBack = await withdraw(own, { id: plan.id, amount: idr(12_000) });
  const ended = await createPeriod(desk, { startsOn: dayOf(300), endsOn: dayOf(290), closesOn: dayOf(280) });
  const { bank, savers } = await openAccounts(world, 1);
  const pair = [
    { accountId: bank, amount: -500 },
    { accountId: savers[0]!, amount: 500 },
  ];
  const pending = await writing(world, async (work) => {
    await postJournal(work, { kind: "test", reference: "test", lines: pair });
    return setAside(work, { kind: "test", reference: "test", lines: pair }, new Date(NOON.getTime() + DAY));
  });
  const { url } = await linkProof(own, { id: proofId });
  return {
    plan: plan.id,
    other: other.id,
    method: method.id,
    period: period.id,
    proof: proofId,
    pending,
    submitted: submitted.id,
    verified: verified.id,
    rejected: rejected.id,
    withdrawal: asked.id,
    toVerify: toVerify.id,
    toReview: toReview.id,
    toReject: toReject.id,
    toRefuse: refused.id,
    toTakeBack: takenBack.id,
    ended: ended.id,
    pass: new URL(url, "http://x").searchParams.get("pass") ?? "",
    code: (await readStatement(own, { id: plan.id })).code ?? "",
    deposits: (await listDeposits(own, {})).data.length,
  };
}
