import { createElement } from "react";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { ProofDesk } from "@/components/payments/proof-desk";
import { OrderEnds } from "@/components/shop/cancel-order";
import { allMessages } from "@/lib/i18n/load";
import { locales } from "@/lib/i18n/locales";
import { rupiah } from "@/lib/kernel/money";
import { Proof } from "@/lib/payments/contract/proof";
import { Order } from "@/lib/shop/contract/order";
import { draw } from "@/tests/support/draw";
import { NOON } from "../support/world";

const example = <T>(schema: z.ZodType<T>): T => schema.parse((schema.meta() as { examples: unknown[] }).examples[0]);
const proof = example(Proof);
const act = async () => ({ ok: true as const, value: proof });

/** What the desk reads beside a proof of an invoice like this. */
const read = (
  invoice: Partial<Proof["invoice"]>,
  locale?: (typeof locales)[number],
  more: Partial<Pick<Proof, "isOwn" | "mayDecide">> = {},
) =>
  draw(
    createElement(ProofDesk, {
      agency: "nur",
      home: "/a/nur/office",
      proofs: [{ ...proof, ...more, invoice: { ...proof.invoice, ...invoice } }],
      shows: "to_check",
      now: NOON,
      review: act,
      verify: act,
      undo: act,
    }),
    locale,
  )
    .replace(/<[^>]*>/g, " ")
    .replaceAll("\u00a0", " ");

describe("a proof that waits", () => {
  it("for what is over says that nothing is owed any more: the whole price stood there as left", () => {
    expect(read({})).toContain("IDR 29,500,000 left");
    const over = read({ state: "void", paid: { amount: 0, currency: "IDR" }, dueAt: null });
    expect(over).not.toContain("left");
    expect(over).toContain("Nothing is owed any more");
  });

  it("of a payer whom nobody can reach does not say that they are told", () => {
    for (const reach of ["app", "mail", "sms"] as const) expect(read({ reach })).toContain("Hendra Wijaya is told");
    const alone = read({ reach: null });
    expect(alone).not.toContain("is told");
    expect(alone).toContain("Hendra Wijaya left no e-mail, phone or log-in");
  });
});

it.each(locales)(
  "whoever works alone and sent a payer's proof themselves reads what else books the money, in %s",
  (locale) => {
    const { shell } = allMessages(locale) as unknown as {
      shell: { nav: { staff: string } };
    };
    expect(read({}, locale, { isOwn: true, mayDecide: true })).toContain(shell.nav.staff);
    expect(read({}, locale, { mayDecide: true })).not.toContain(shell.nav.staff);
  },
);

describe("whoever cancels an order", () => {
  const order = example(Order);
  const ends = (state: Order["state"], paid: number, isDesk: boolean) =>
    draw(createElement(OrderEnds, { order: { ...order, state, paid: rupiah(paid) }, isDesk })).replaceAll(
      "\u00a0",
      " ",
    );

  it("reads what becomes of a proof that waits, and of money that came", () => {
    expect(ends("pending", 0, true)).toBe("What is in it goes back on the shelf.");
    expect(ends("proof_submitted", 0, true)).toContain("A proof of payment waits among the payment proofs");
    expect(ends("proof_submitted", 0, false)).toContain("The office still checks the proof you sent");
    expect(ends("verified", 50_000, true)).toContain("IDR 50,000 is to go back.");
  });

  it.each(locales)("does not choose between two buttons that both say cancel, in %s", (locale) => {
    const { shop, common } = allMessages(locale) as unknown as {
      shop: { order: { keep: string; cancel: string } };
      common: { cancel: string };
    };
    const stem = common.cancel.slice(0, 4).toLowerCase();
    expect(shop.order.keep.toLowerCase()).not.toContain(stem);
  });
});
