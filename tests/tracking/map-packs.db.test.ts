import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPackFile } from "@/components/office/pack-file";
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

  it("measured in metres is refused by the first shape that is nowhere on earth", async () => {
    const metres = {
      ...content.features[0]!,
      geometry: { type: "LineString" as const, coordinates: [[4_433_429, 2_444_012]] },
    };
    const mixed = { ...content, features: [...content.features, metres, metres] };
    const sent = importMapPack(as(world.owner), { name: "UTM", credit: "©", content: mixed });
    await expect(sent).rejects.toMatchObject({
      code: "validation",
      details: { fields: { "content.features.1": ["not_degrees"] } },
    });
  });

  it("of which one point can't be read goes to the server without it", async () => {
    const road = [[39.8, 21.4], [null, 21.5], "x", [39.9, 21.6, 300, 7]];
    const features = [
      { type: "Feature", geometry: { type: "LineString", coordinates: road }, properties: {} },
      { type: "Feature", geometry: { type: "Point", coordinates: ["39", 21] }, properties: { name: "Gate" } },
    ];
    const file = new File([JSON.stringify({ type: "FeatureCollection", features })], "makkah.geojson");
    const read = await readPackFile(file);
    expect(read).toMatchObject({ ok: true, left: 1 });
    const { content: kept } = read as Extract<typeof read, { ok: true }>;
    const sent = await importMapPack(as(world.owner), { name: "Makkah", credit: "©", content: kept as never });
    expect(sent.features).toBe(1);
    expect(kept.features[0]!.geometry.coordinates).toEqual([
      [39.8, 21.4],
      [39.9, 21.6],
    ]);
  });
});
