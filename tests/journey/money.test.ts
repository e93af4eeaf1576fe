import { expect, it } from "vitest";
import { comesNext, stillOwed } from "@/components/today/next-step";
import { moneyIn } from "@/lib/kernel/amounts";

const sar = moneyIn("SAR");
const AT = new Date("2026-11-23T01:30:00Z");
const booking = (
  status: "draft" | "pending_payment" | "partially_paid" | "paid",
  paid: number,
  passport: "good" | "missing",
  holdEndsAt: Date | null = null,
) => ({ status, owed: sar(100), paid: sar(paid), holdEndsAt, party: [{ state: "active" as const, passport }] });
const later = new Date(AT.getTime() + 30 * 60_000);

it("asks for the papers first where the seats are sure, and for the rest of the money then", () => {
  expect(comesNext(booking("partially_paid", 20, "missing"), AT)).toBe("passport");
  expect(comesNext(booking("partially_paid", 20, "good"), AT)).toBe("money");
  expect(comesNext(booking("paid", 100, "good"), AT)).toBeNull();
});

it("asks for the seats first while a clock runs on them: papers can wait, they cannot", () => {
  expect(comesNext(booking("draft", 0, "missing", later), AT)).toBe("seats");
  expect(comesNext(booking("pending_payment", 0, "missing", later), AT)).toBe("seats");
  expect(comesNext(booking("draft", 0, "missing", AT), AT)).toBe("passport");
});

it("sums what is still owed on all invoices of one currency, and nothing of what is void or paid too much", () => {
  const row = (
    total: number,
    paid: number,
    state: "open" | "part_paid" | "paid" | "void" = "open",
    currency = "IDR",
  ) => ({
    total: { amount: total, currency },
    paid: { amount: paid, currency },
    state,
  });
  expect(stillOwed([])).toBeNull();
  expect(stillOwed([row(100, 100, "paid"), row(50, 60, "paid")])).toEqual({ amount: 0, currency: "IDR" });
  expect(stillOwed([row(100, 100, "paid", "SAR"), row(50, 0), row(70, 20, "part_paid"), row(9, 0, "void")])).toEqual({
    amount: 100,
    currency: "IDR",
  });
});
