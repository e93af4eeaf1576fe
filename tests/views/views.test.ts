import { afterAll, beforeAll, expect, it } from "vitest";
import { removeView, saveView } from "@/lib/views/commands";
import { VIEWS_KEPT } from "@/lib/views/contract";
import { listViews } from "@/lib/views/queries";
import { as, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld(25);
});
afterAll(() => world.close());
const place = "groups" as const;

it("a view of a list is its keeper's own: named, changed under the same name, removed, seen by nobody else", async () => {
  const call = as(world.manager);
  await saveView(call, { place, name: "Berangkat", search: "state=upcoming" });
  const view = await saveView(call, { place, name: " Berangkat ", search: "state=upcoming&sort=name" });
  expect((await listViews(call, { place })).data).toEqual([{ ...view, search: "state=upcoming&sort=name" }]);
  expect((await listViews(as(world.owner), { place })).data).toEqual([]);
  await expect(removeView(as(world.owner), { id: view.id })).rejects.toMatchObject({ code: "view_not_found" });
  await removeView({ ...call, readOnly: true }, { id: view.id });
  expect((await listViews(call, { place })).data).toEqual([]);
});

it("twenty are kept, however many are saved at once, and none that leads elsewhere", async () => {
  const call = as(world.admin);
  const names = Array.from({ length: VIEWS_KEPT + 5 }, (_, i) => `View ${i}`);
  const saved = await Promise.allSettled(names.map((name) => saveView(call, { place, name, search: "" })));
  expect(saved.filter(({ status }) => status === "fulfilled")).toHaveLength(VIEWS_KEPT);
  expect((await listViews(call, { place })).data).toHaveLength(VIEWS_KEPT);
  for (const search of ["a=1#b", "//elsewhere", "q=<b>", "?"]) {
    await expect(saveView(call, { place, name: "View 0", search })).rejects.toMatchObject({ code: "validation" });
  }
});
