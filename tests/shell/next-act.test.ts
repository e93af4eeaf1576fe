import { createElement } from "react";
import { expect, it } from "vitest";
import { InvoiceDesk } from "@/components/invoices/invoice-desk";
import { ConvertCard } from "@/components/savings/convert-card";
import { OrderDesk } from "@/components/shop/order-desk";
import { Invoice } from "@/lib/invoices/contract/invoice";
import { Proof } from "@/lib/payments/contract/proof";
import { Order } from "@/lib/shop/contract/order";
import { draw } from "@/tests/support/draw";

const [order] = (Order.meta()?.examples ?? []) as [Order];
const none = () => Promise.reject(new Error("nobody presses"));
const SIZES = ["sm", "lg", "md", "xl"];

/** The buttons of an order that is to be paid, by what they look like: of its buyer's phone, md is the tallest but one. */
function actsOf(isDesk: boolean) {
  const acts = { cancel: none, desk: isDesk ? { fulfil: none, undo: none } : null };
  const html = draw(
    createElement(OrderDesk, { order: { ...order, holdEndsAt: null }, zone: "UTC", payHref: "/pay", acts }),
  );
  return [...html.matchAll(/data-kind="([\w-]+)" data-size="(\w+)"/g)].map(([, kind, size = ""]) => ({ kind, size }));
}

it("whoever owes for an order sees paying as the act, no smaller than giving it up", () => {
  const [pay, cancel] = actsOf(false);
  expect([pay?.kind, cancel?.kind]).toEqual(["lamp", "danger-quiet"]);
  expect(SIZES.indexOf(pay?.size ?? "")).toBeGreaterThanOrEqual(SIZES.indexOf(cancel?.size ?? ""));
});

it("the lamp is of pilgrims and leaders: the desk's next act is the plain one", () => {
  expect(actsOf(true)[0]?.kind).toBe("primary");
});

it("a saver's next act is to put money in: turning what is there into seats stands back", () => {
  expect(draw(createElement(ConvertCard, { href: "/convert" }))).toMatch(/data-kind="secondary"/);
});

it.each([
  ["the proof that waits", [{ state: "submitted" }], /data-kind="primary"[^>]*>Check the proofs/],
  ["reminding whoever owes", [], /data-kind="primary"[^>]*>Send payment reminder/],
])("the desk has one next act on an invoice that is open: %s", (_, more, act) => {
  const [invoice] = (Invoice.meta()?.examples ?? []) as [Invoice];
  const [proof] = (Proof.meta()?.examples ?? []) as [Proof];
  const at = new Date("2026-11-24T00:00:00Z");
  const open = { ...invoice, state: "open" as const, instalments: [], payments: [], lines: [], remindedAt: null };
  const payer = { ...invoice.payer, phone: "+6281100000001" };
  const proofs = more.map((own) => ({ ...proof, createdAt: at, paidOn: null, ...own }) as unknown as Proof);
  const acts = { remind: none, ask: none, enter: none, request: none, approve: none, refuse: none };
  const where = { agency: "nurani", zone: "UTC", proofsHref: "/proofs", bankHref: "/bank" };
  const children = createElement(InvoiceDesk, { invoice: { ...open, payer }, proofs, refunds: [], ...where, ...acts });
  const html = draw(children);
  expect(html).toMatch(act);
  expect(html.match(/data-kind="primary"/g)).toHaveLength(1);
});
