import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { checkBooks } from "@/lib/ledger/queries";
import { convertSavings } from "@/lib/savings/commands/convert";
import { rejectDeposit, verifyDeposit } from "@/lib/savings/commands/decide";
import { updatePlan } from "@/lib/savings/commands/plans";
import { uploadProof } from "@/lib/savings/commands/proofs";
import { submitCollection } from "@/lib/savings/commands/submit";
import { withdraw } from "@/lib/savings/commands/withdraw";
import { readDeposit } from "@/lib/savings/queries/desk";
import { readPlan } from "@/lib/savings/queries/plans";
import { adults, alone, DEPOSIT, seatsOf, sellSeats } from "../bookings/support";
import { crowd } from "../groups/support";
import { writing } from "../ledger/support";
import { disagreements, gather, patiently, savers } from "../money/support";
import { as, newWorld, type World } from "../support/world";
import { method, picture, today } from "./support";

const CLIENTS = 50;
const MEMBERS = 5;
let world: World;
beforeAll(async () => {
  world = await newWorld(CLIENTS);
});
afterAll(() => world.close());

it.each([1, 2, 3])(
  "[R18] [R21] [R24] one proof for five savers, verified or refused while their plans are turned into seats, emptied and closed: no money is in a closed plan, all of the proof counts or none (run %i)",
  async () => {
    const people = await crowd(world, MEMBERS);
    const plans = await savers(world, people, DEPOSIT);
    const [{ id: methodId }, { id: departureId }] = [await method(world), await sellSeats(world, CLIENTS)];
    const { id: proofId } = await uploadProof(as(world.admin), { file: await picture() });
    const members = plans.map((planId, i) => ({ planId, amount: { amount: 100 + i, currency: "IDR" } }));
    const wish = { name: "Kelompok", methodId, paidOn: today, proofId, members };
    const { deposits } = await submitCollection(as(world.admin), wish);
    await gather(as(world.owner), CLIENTS);

    const acts = Array.from({ length: CLIENTS }, (_, i) => () => {
      const [who, id] = [alone(as(people[i % MEMBERS]!), newId()), plans[i % MEMBERS]!];
      const turn = Math.trunc(i / MEMBERS);
      if (turn < 3)
        return convertSavings(who, {
          id,
          departureId,
          pilgrims: adults(1),
          amount: { amount: DEPOSIT, currency: "IDR" },
        });
      if (turn < 5) return withdraw(who, { id, amount: { amount: DEPOSIT, currency: "IDR" } });
      if (turn < 7) return updatePlan(who, { id, state: "closed" });
      const deposit = { id: deposits[i % MEMBERS]!.id };
      return i % 4
        ? verifyDeposit(as(world.owner), deposit)
        : rejectDeposit(as(world.admin), { ...deposit, reason: "No" });
    });
    const ends = await Promise.allSettled(
      acts.toSorted(() => Math.random() - 0.5).map((act) => patiently<unknown>(act)),
    );
    const broken = ends.flatMap((one) => (one.status === "rejected" && !one.reason.kind ? [one.reason] : []));
    expect(broken).toEqual([]);

    const states = await Promise.all(deposits.map(({ id }) => readDeposit(as(world.owner), { id })));
    expect(new Set(states.map(({ state }) => state)).size).toBe(1);
    const after = await Promise.all(plans.map((id) => readPlan(as(world.owner), { id })));
    const came = states[0]!.state === "verified";
    const { sold, held } = await seatsOf(world, departureId);
    const left = after.reduce((sum, { balance }) => sum + balance.amount, 0);
    expect(left).toBe((MEMBERS - sold) * DEPOSIT + (came ? 510 : 0));
    expect(held).toBe(0);
    for (const { state, balance, checking } of after)
      if (state === "closed") expect([balance.amount, checking.amount]).toEqual([0, 0]);
    expect(await disagreements(as(world.owner))).toEqual([]);
    expect((await writing(world, checkBooks)).problems).toEqual([]);
  },
);
