import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { makeDemo, openDemo } from "@/server/demo";
import type { Runtime } from "@/server/runtime";
import { scratchFolder } from "@/tests/support/scratch";
import { newWorld, openHouse } from "../support/world";

const scratch = scratchFolder();
const folder = (name: string) => join(scratch.path, name);
afterAll(scratch.remove);

/** A house that is killed after so many transactions. */
const shortLived = (house: Runtime, transactions: number): Runtime => {
  let left = transactions;
  return {
    ...house,
    get database() {
      left -= 1;
      if (left < 0) throw new Error("killed");
      return house.database;
    },
  };
};

describe("the demo", () => {
  it("is never made in a house that has agencies of its own, as after a restore without its .env", async () => {
    const world = await newWorld();
    onTestFinished(() => world.close());
    expect(await makeDemo(shortLived(world.house, 3), scratch.path)).toBe(false);
    expect(existsSync(folder("demo-logins.json"))).toBe(false);
    await openDemo(world.house, scratch.path, "http://localhost", false)();
  });

  it("that was killed halfway is made anew at the next start", async () => {
    const house = await openHouse();
    onTestFinished(() => house.close());
    // Wherever it was killed: between an owner and their agency, too.
    for (let transactions = 1; transactions <= 14; transactions += 1)
      await expect(makeDemo(shortLived(house, transactions), scratch.path)).rejects.toThrow("killed");
    expect(JSON.parse(readFileSync(folder("demo-logins.json"), "utf8"))).toEqual([]);
  });
});
