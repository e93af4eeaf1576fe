import { expect, it } from "vitest";
import { seedShop } from "@/db/seed/shop";
import { listOrders } from "@/lib/shop/queries/orders";
import { listProducts } from "@/lib/shop/queries/products";
import { lookOf } from "@/lib/shop/rules";
import { openRuntime } from "@/server/runtime";
import { as, NOON, newWorld } from "../support/world";

it("the demo's shop has two kinds of one stock, and an order in each state", async () => {
  const world = await newWorld();
  const seeded = (who: { userId: string }) => ({ ...who, username: "x", password: "x" });
  const build = { runtime: openRuntime(world.house), slug: "x", locale: "id", now: NOON, phone: () => "" };
  const desk = { owner: seeded(world.owner), admin: seeded(world.admin) };
  const buyers = [world.pilgrim, world.otherPilgrim].map(seeded);
  await seedShop({ ...build, agencyId: world.agency.id }, "id", desk, buyers);
  const states = (await listOrders(as(world.owner), {})).data.map(({ state }) => state);
  expect(states.toSorted()).toEqual(["cancelled", "fulfilled", "pending", "proof_submitted", "verified", "verified"]);
  const looks = (await listOrders(as(world.owner), { state: "verified" })).data.map((one) => lookOf(one));
  expect(looks.toSorted()).toEqual(["refunded", "verified"]);
  const { data } = await listProducts(as(world.pilgrim), {});
  expect(data.flatMap(({ variants }) => variants.map(({ left }) => left)).filter((left) => left === 0)).toHaveLength(1);
  await world.close();
});
