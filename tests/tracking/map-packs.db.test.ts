import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dropMapPack, importMapPack } from "@/lib/tracking/commands/map-packs";
import { readMapPackInfo } from "@/lib/tracking/queries";
import { as, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld(8);
});
afterAll(() => world.close());

const content = {
  type: "FeatureCollection" as const,
  features: [
    {
      type: "Feature" as const,
      geometry: { type: "Point" as const, coordinates: [39.8262, 21.4225] },
      properties: { name: "Kaaba" },
    },
  ],
};
const put = (who = world.owner, name = "Makkah") =>
  importMapPack(as(who), { name, credit: "© OpenStreetMap", content });

describe("a base map", () => {
  it("that is taken away is gone, also where several were imported at the same moment; another agency's stays", async () => {
    await put(world.rivalOwner);
    await Promise.all(["one", "two", "three", "four", "five"].map((name) => put(world.owner, name)));
    await dropMapPack(as(world.owner), {});
    expect(await readMapPackInfo(as(world.owner), {})).toBeNull();
    expect(await readMapPackInfo(as(world.rivalOwner), {})).toMatchObject({ name: "Makkah" });
  });
});
