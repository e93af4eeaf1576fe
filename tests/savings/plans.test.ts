import { expect, it } from "vitest";
import { createPackage } from "@/lib/packages/commands/packages";
import { updatePlan } from "@/lib/savings/commands/plans";
import { sleepDormant } from "@/lib/savings/commands/sleep";
import { countDeposits } from "@/lib/savings/queries/desk";
import { listPlanChanges, listPlans, readPlan } from "@/lib/savings/queries/plans";
import { days } from "../bookings/support";
import { systemCall } from "../inventory/support";
import { addPerson, as, newWorld } from "../support/world";
import { idr, method, plan, submit } from "./support";

const day = (n: number) => days(n).toISOString().slice(0, 10);

it("a plan takes another pace, target and end, its history says who changed what, and a sleeping one is seen", async () => {
  const world = await newWorld();
  const { id } = await plan(world, world.pilgrim);
  const desk = as(world.admin);
  await updatePlan(desk, { id, monthly: idr(800_000), endsOn: day(400) });
  const account = { bankName: "BCA", holder: "Siti Pilgrim", number: "5550001234" };
  await updatePlan(as(world.pilgrim), { id, account });
  await updatePlan(desk, { id, monthly: idr(800_000) });
  await expect(updatePlan(desk, { id, endsOn: day(0) })).rejects.toMatchObject({ code: "plan_backwards" });
  expect(await readPlan(desk, { id })).toMatchObject({ monthly: idr(800_000), endsOn: day(400) });
  const { data } = await listPlanChanges(as(world.pilgrim), { id });
  expect(
    data.map(({ by, changes }) => [by, ...changes.map(({ field, before, after }) => [field, before, after])]),
  ).toEqual([
    ["Siti Pilgrim", ["account", "BSI •••• 8808", "BCA •••• 1234"]],
    ["Agus Admin", ["monthly", "75000000", "80000000"], ["endsOn", null, day(400)]],
  ]);
  for (const who of [world.otherPilgrim, world.rivalOwner])
    await expect(listPlanChanges(as(who), { id })).rejects.toMatchObject({ code: "plan_not_found" });

  await submit(world, id, (await method(world)).id);
  expect([await countDeposits(desk, {}), await countDeposits(as(world.rivalOwner), {})]).toEqual([
    { waiting: 1 },
    { waiting: 0 },
  ]);
  await sleepDormant(systemCall(world, world.agency.id, days(800)), {});
  expect((await listPlans(desk, { state: "dormant" })).data).toMatchObject([{ id, movedAt: days(0) }]);
  await world.close();
});

it("nobody begins a plan for somebody who could not read it: roles that see no savings are refused, and who travels too is not", async () => {
  const world = await newWorld();
  const { house, agency } = world;
  const nurse = await addPerson(house, agency, "Nina Nurse", ["provider"]);
  const desk = await addPerson(house, agency, "Oki Operator", ["operator"], true);
  for (const who of [world.leader, nurse, desk, world.viewer])
    await expect(plan(world, who), who.personName).rejects.toMatchObject({ code: "saver_reads_nothing" });
  const both = await addPerson(house, agency, "Lina Leader", ["leader", "pilgrim"]);
  for (const who of [both, world.manager, world.pilgrim, world.owner]) {
    const { id } = await plan(world, who);
    expect(await readPlan(as(who), { id }), who.personName).toMatchObject({ id });
  }
  await world.close();
});

it("a package that costs nothing yet is no target: it is asked for, whatever its price list says", async () => {
  const world = await newWorld();
  const gift = { category: "umrah_regular", name: "Wakaf", days: 9 } as const;
  const free = { roomType: "quad", passengerType: "adult", amount: idr(0) } as const;
  for (const prices of [[], [free]]) {
    const { id: packageId } = await createPackage(as(world.owner), { ...gift, prices });
    await expect(plan(world, world.pilgrim, { target: undefined, packageId })).rejects.toMatchObject({
      details: { fields: { target: ["required"] } },
    });
  }
  await world.close();
});
