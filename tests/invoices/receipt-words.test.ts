import { expect, it } from "vitest";
import { Invoice, type InvoiceLine } from "@/lib/invoices/contract/invoice";
import { moneyIn } from "@/lib/kernel/amounts";
import { sumsOf } from "@/server/papers/receipt";
import { NOON } from "../support/world";

const [example] = (Invoice.meta()?.examples ?? []) as [Invoice];
const idr = moneyIn("IDR");
const agency = { name: "Nurani Wisata", licenceNumber: null, timeZone: "UTC", brandColour: null, logo: null };
const line = (kind: InvoiceLine["kind"], passengerType: string, amount: number, quantity = 1): InvoiceLine => ({
  kind,
  label: "Umrah Akhir Tahun",
  quantity,
  amount: idr(amount),
  detail: { roomType: "quad", passengerType },
});
const lines = [
  line("fare", "adult", 2_000_00, 2),
  line("fare", "infant", 300_00),
  line("cancelled", "adult", -1_000_00),
  line("kept", "adult", 100_00),
];
/** What its payer reads on the receipt of such an invoice, with a payment of so much. */
function read(locale: string, change: Partial<Invoice> = {}) {
  const paid = idr(500_00);
  const payments = [{ id: "p", amount: paid, rounding: idr(0), source: "cash" as const, movedAt: NOON }];
  const invoice = { ...example, lines, total: idr(1_400_00), paid, payments, ...change } as Invoice;
  return sumsOf({ invoice, agency, locale, code: "X", printedAt: NOON }).map(({ name, amount }) => [name, amount]);
}

it("a receipt names each line as the invoice on the screen does: all of them stood there by the package's name alone", () => {
  const named = (locale: string) =>
    read(locale)
      .slice(0, 4)
      .map(([name]) => String(name).replaceAll("\u00a0", " "));
  expect(named("en")).toEqual([
    "Adult · Room for four × 2",
    "Infant · Room for four",
    "Cancelled · Adult · Room for four",
    "Cancellation fee, as agreed · Adult · Room for four",
  ]);
  expect(named("ar")[3]).toBe("رسم الإلغاء بحسب الشروط · بالغ · غرفة رباعية");
});

it("a receipt says of what is over that nothing is to be paid and what is to go back: the rest of its price stood there", () => {
  expect(read("en").at(-1)).toEqual(["Still to pay", idr(900_00)]);
  expect(read("en", { state: "void" }).at(-1)).toEqual(["Paid too much", idr(500_00)]);
  expect(read("en", { state: "void", paid: idr(0) }).at(-1)).toEqual(["Still to pay", idr(0)]);
});
