import { expect, it } from "vitest";
import { readAsked } from "@/components/savings/asked";

it("[R24] savings give all they hold for an empty field only", () => {
  for (const empty of ["", "  "]) expect(readAsked(empty, "IDR")).toBeUndefined();
  expect(readAsked("1.000.000", "IDR")).toBe(100_000_000);
  expect(readAsked("١٠٠٠٠٠٠", "IDR")).toBe(100_000_000);
});

it.each(["5 juta", "0", "1.00.000", "1e6", "-500000"])(
  "[R24] %s is asked about again, and does not take all that was saved",
  (typed) => expect(readAsked(typed, "IDR")).toBeNull(),
);
