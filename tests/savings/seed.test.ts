import { expect, it } from "vitest";
import { seedSavings } from "@/db/seed/savings";
import { checkBooks } from "@/lib/ledger/queries";
import { listDeposits } from "@/lib/savings/queries/desk";
import { listPlans } from "@/lib/savings/queries/plans";
import { readLiability } from "@/lib/savings/queries/totals";
import { openRuntime } from "@/server/runtime";
import { writing } from "../ledger/support";
import { as, NOON, newWorld } from "../support/world";

it("the demo's savers stand at different points, and the bank holds what is theirs", async () => {
  const world = await newWorld();
  const seeded = (who: { userId: string }) => ({ ...who, username: "x", password: "x" });
  const build = { runtime: openRuntime(world.house), slug: "x", locale: "id", now: NOON, phone: () => "" };
  const savers = [world.pilgrim, world.otherPilgrim].map(seeded);
  await seedSavings({ ...build, agencyId: world.agency.id }, seeded(world.admin), savers, "IDR");
  const waiting = (await listDeposits(as(world.owner), { state: "submitted" })).data;
  expect(waiting.map(({ proof }) => proof?.type)).toEqual(["image/webp"]);
  const { data } = await listPlans(as(world.owner), {});
  expect(new Set(data.map(({ percent }) => percent)).size).toBe(2);
  // What is still being looked at is in the bank already.
  const [owed] = (await readLiability(as(world.owner), {})).data;
  expect(owed).toMatchObject({ difference: owed?.checking });
  expect((await writing(world, checkBooks)).problems).toEqual([]);
  await world.close();
});
