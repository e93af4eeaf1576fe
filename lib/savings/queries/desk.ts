import { z } from "zod";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { PageInput } from "@/lib/kernel/page";
import { isPassGood, lendPass } from "@/lib/kernel/private-link";
import { query } from "@/lib/kernel/query";
import { DepositRef, ListDeposits, type Proof, ProofRef, ReadProof } from "../contract/deposit";
import { ListWithdrawals, WithdrawalRef } from "../contract/out";
import { mayListSavings, maySeePlan } from "../policy";
import { asDeposit, countWaiting, findDeposit, findProof, isShown, listDepositRows, proofKey } from "../store/deposits";
import { asMethod, asPeriod, listMethodRows, listPeriodRows } from "../store/desk";
import { asWithdrawal, findWithdrawal, listWithdrawalRows } from "../store/out";

/** By what ways money is put in; whoever saves reads in full where to transfer it. */
export const listMethods = query({
  name: "savings.list_methods",
  input: z.strictObject({}),
  load: nothing,
  allow: mayListSavings,
  run: async (work) => ({ data: (await listMethodRows(work)).map(asMethod) }),
});

/** The latest first. */
export const listPeriods = query({
  name: "savings.list_periods",
  input: PageInput,
  load: nothing,
  allow: mayListSavings,
  run: async (work, input) => {
    const page = await listPeriodRows(work, input);
    return { ...page, data: page.data.map(asPeriod) };
  },
});

/** Deposits within the caller's reach, the newest first. */
export const listDeposits = query({
  name: "savings.list_deposits",
  input: ListDeposits,
  load: nothing,
  allow: mayListSavings,
  run: async (work, input) => {
    const page = await listDepositRows(work, input);
    return { ...page, data: page.data.map((row) => asDeposit(work, row)) };
  },
});

/** How many wait on the desk, within the caller's reach. */
export const countDeposits = query({
  name: "savings.count_deposits",
  input: z.strictObject({}),
  load: nothing,
  allow: mayListSavings,
  run: async (work) => ({ waiting: await countWaiting(work) }),
});

/** One deposit with what was checked of it. @throws Fault `deposit_not_found` */
export const readDeposit = query({
  name: "savings.read_deposit",
  input: DepositRef,
  load: (work, { id }) => findDeposit(work, id),
  allow: (actor, { plan }) => maySeePlan(actor, plan),
  run: async (work, _input, row) => asDeposit(work, row),
});

/** One withdrawal. @throws Fault `withdrawal_not_found` */
export const readWithdrawal = query({
  name: "savings.read_withdrawal",
  input: WithdrawalRef,
  load: (work, { id }) => findWithdrawal(work, id),
  allow: maySeePlan,
  run: async (work, _input, row) => asWithdrawal(work, row),
});

/** Withdrawals within the caller's reach, the newest first. */
export const listWithdrawals = query({
  name: "savings.list_withdrawals",
  input: ListWithdrawals,
  load: nothing,
  allow: mayListSavings,
  run: async (work, input) => {
    const page = await listWithdrawalRows(work, input);
    return { ...page, data: page.data.map((row) => asWithdrawal(work, row)) };
  },
});

const FILES = "savings-proof";
/** @throws Fault `proof_not_found`, also for a proof of what the caller may not see */
async function loadProof(work: Work, { id }: { id: string }) {
  const proof = await findProof(work, id);
  const uploaded = proof && work.actor.kind === "person" && proof.uploadedBy === work.actor.userId;
  if (!proof || !(uploaded || (await isShown(work, id)))) throw notFound("proof");
  return proof;
}

/** A link to the picture that is good for five minutes, for whoever may see a deposit it belongs to. */
export const linkProof = query({
  name: "savings.link_proof",
  input: ProofRef,
  load: loadProof,
  allow: mayListSavings,
  run: async (work, { id }, { type }) => {
    const { pass, expiresAt } = lendPass(work, FILES, id);
    return { url: `/api/v1/savings/proofs/${id}/file?pass=${pass}`, type: type as Proof["type"], expiresAt };
  },
});

/** The bytes behind such a link, for the same eyes only.
 * @throws Fault `proof_not_found`, also when the link is too old or not ours */
export const readProof = query({
  name: "savings.read_proof",
  input: ReadProof,
  load: async (work, { id, pass }) => {
    if (!isPassGood(work, FILES, id, pass)) throw notFound("proof");
    return loadProof(work, { id });
  },
  allow: mayListSavings,
  run: async (work, { id }, { type }) => {
    const body = await work.ports.files.get(proofKey(agencyOf(work), id));
    if (!body) throw notFound("proof");
    return { body, type };
  },
});
