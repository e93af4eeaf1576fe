import sharp from "sharp";
import type { Call, Work } from "@/lib/kernel/call";
import { newId } from "@/lib/kernel/ids";
import { verifyDeposit } from "@/lib/savings/commands/decide";
import { createMethod } from "@/lib/savings/commands/desk";
import { createPlan } from "@/lib/savings/commands/plans";
import { uploadProof } from "@/lib/savings/commands/proofs";
import { submitDeposit } from "@/lib/savings/commands/submit";
import { readPlan } from "@/lib/savings/queries/plans";
import { as, NOON, type Somebody, type World } from "../support/world";

export const idr = (amount: number) => ({ amount: amount * 100, currency: "IDR" });
export const today = NOON.toISOString().slice(0, 10);

export const plan = (world: World, who: Somebody, more: object = {}) => begin(as(world.admin), who, more);

export const begin = (call: Call | Work, who: Somebody, more: object = {}) =>
  createPlan(call, {
    userId: who.userId,
    name: "Umrah Syawal 2028",
    target: idr(32_400_000),
    monthly: idr(750_000),
    startsOn: today,
    account: { bankName: "BSI", holder: who.personName, number: "7120448808" },
    ...more,
  });

export const method = (world: World) =>
  createMethod(as(world.admin), { name: `BSI ${newId()}`, type: "bank", accountNumber: "7120440000" });

/** A picture that no other proof shows. */
export const picture = async () => {
  const shade = () => Math.floor(Math.random() * 256);
  const background = { r: shade(), g: shade(), b: shade() };
  return new Uint8Array(
    await sharp({ create: { width: 40, height: 40, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  );
};

export async function submit(
  world: World,
  planId: string,
  methodId: string,
  amount = 750_000,
  more: object = {},
  now = NOON,
) {
  const call = as(world.admin, {}, now);
  const { id: proofId } = await uploadProof(call, { file: await picture() });
  return submitDeposit(call, { planId, amount: idr(amount), methodId, paidOn: today, proofId, ...more });
}

export async function save(world: World, planId: string, methodId: string, amount = 750_000) {
  const { id } = await submit(world, planId, methodId, amount, { whenLate: "next" });
  return verifyDeposit(as(world.owner), { id });
}

/** Somebody with so many rupiah put in and verified: the plan's id. */
export async function saver(world: World, methodId: string, amount: number, who = world.pilgrim): Promise<string> {
  const { id } = await plan(world, who);
  await save(world, id, methodId, amount);
  return id;
}

/** What is on a plan and what of it is set aside, in rupiah. */
export async function stands(world: World, id: string) {
  const { balance, reserved } = await readPlan(as(world.owner), { id });
  return [balance.amount / 100, reserved.amount / 100];
}
