import { describe, expect, it } from "vitest";
import { isMinor, yearsAt } from "@/lib/kernel/age";

describe("how old somebody is", () => {
  it("counts the birthdays that have come, the day itself among them", () => {
    expect(yearsAt("1968-03-14", "2026-03-13")).toBe(57);
    expect(yearsAt("1968-03-14", "2026-03-14")).toBe(58);
    expect(yearsAt("2026-03-14", "2026-12-31")).toBe(0);
  });

  it("is a year more on 1 March for whoever was born on 29 February, and on the day itself in a leap year", () => {
    expect(yearsAt("2008-02-29", "2025-02-28")).toBe(16);
    expect(yearsAt("2008-02-29", "2025-03-01")).toBe(17);
    expect(yearsAt("2008-02-29", "2028-02-28")).toBe(19);
    expect(yearsAt("2008-02-29", "2028-02-29")).toBe(20);
    // 2100 is no leap year, though four divides it.
    expect(yearsAt("2080-02-29", "2100-02-28")).toBe(19);
    expect(yearsAt("2080-02-29", "2100-03-01")).toBe(20);
  });
});

it("under age is whoever has not had their eighteenth birthday; of whom no birthday is known, nobody says so", () => {
  expect(isMinor("2008-02-29", "2026-02-28")).toBe(true);
  expect(isMinor("2008-02-29", "2026-03-01")).toBe(false);
  expect(isMinor(null, "2026-03-01")).toBe(false);
});
