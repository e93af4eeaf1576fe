import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { readStatementPaper } from "@/lib/savings/queries/paper";
import { drawStatement } from "@/server/papers/statement";
import { savers } from "../money/support";
import { as, newWorld, type World } from "../support/world";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.close());

it.each(["id", "ar", "kk", "ru"])(
  "a statement is drawn as PDF in %s, each letter by a font of ours",
  async (locale) => {
    const [id = ""] = await savers(world, [world.pilgrim], 75_000_000);
    const paper = await readStatementPaper({ ...as(world.pilgrim), locale }, { id });
    const bytes = await drawStatement(paper);
    const text = new TextDecoder("latin1").decode(bytes);
    expect(text.slice(0, 5)).toBe("%PDF-");
    expect(text).toMatch(/\/FontFile2/);
    expect(text).not.toContain("Helvetica-Bold");
  },
);

it("nobody else's, and none that is not there", async () => {
  const [id = ""] = await savers(world, [world.pilgrim], 100);
  for (const call of [as(world.otherPilgrim), as(world.rivalOwner)])
    await expect(readStatementPaper(call, { id })).rejects.toMatchObject({ code: "plan_not_found" });
  await expect(readStatementPaper(as(world.pilgrim), { id: newId() })).rejects.toMatchObject({
    code: "plan_not_found",
  });
});
