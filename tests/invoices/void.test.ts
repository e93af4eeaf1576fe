import { createElement } from "react";
import { expect, it } from "vitest";
import { InstalmentsCard, LinesCard } from "@/components/invoices/invoice-parts";
import { Invoice } from "@/lib/invoices/contract/invoice";
import { moneyIn } from "@/lib/kernel/amounts";
import { draw } from "@/tests/support/draw";

const [example] = (Invoice.meta()?.examples ?? []) as [Invoice];

const yen = moneyIn("JPY");

/** What somebody reads on an invoice of 500 on which so much was paid. */
function read(state: "open" | "void", paid = 0): string {
  const dueAt = new Date("2026-11-24T00:00:00Z");
  const instalments = [{ amount: yen(500), paid: yen(paid), dueAt, state: "due" as const }];
  const invoice = { ...example, state, paid: yen(paid), total: yen(500), lines: [], instalments };
  const cards = [LinesCard, InstalmentsCard].map((card) =>
    createElement(card, { key: card.name, invoice, zone: "UTC" }),
  );
  return draw(cards).replace(/<[^>]*>/g, " ");
}

it("nothing is still to be paid on an invoice that is void: its sum and its day stood there as owed", () => {
  expect(read("open", 200)).toMatch(/Still to pay\s+¥300.*Due Nov 24/);
  expect(read("void")).toMatch(/Still to pay\s+¥0/);
  expect(read("void")).not.toContain("Due");
  expect(read("void", 200), "what came in goes back").toMatch(/Paid too much\s+¥200/);
});
