import { expect, it } from "vitest";
import { readPaid } from "@/lib/travel/rules/cells";

it("what was paid is read with the sign of the riyal, too", () => {
  const typed = ["1.500,50 ﷼", "ريال 1500", "SR 1,500"];
  expect(typed.map((one) => readPaid(one, "SAR"))).toEqual([150_050, 150_000, 150_000]);
});
