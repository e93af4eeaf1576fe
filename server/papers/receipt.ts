import { formatShortDate } from "@/lib/i18n/formats";
import { translate } from "@/lib/i18n/translate";
import type { ReceiptPaper } from "@/lib/invoices/contract/receipt";
import { drawPaper, row, sumOf, wayOf, words } from "./base";
import { spelled } from "./spelled";

/** What came in for one invoice, on paper: what it is for, each payment, what is left, and what the receipt is known by. */
export function drawReceipt({
  invoice,
  agency,
  locale,
  code,
  printedAt,
}: ReceiptPaper): Promise<Uint8Array<ArrayBuffer>> {
  const way = wayOf(locale);
  const { timeZone: zone } = agency;
  const { currency, total, paid, payer, title, lines, payments } = invoice;
  const day = (at: Date) => formatShortDate(locale, at, { zone, year: true });
  const money = (amount: number) => sumOf(way, { amount, currency });
  const fact = (name: string, value: string, bold = true, key = name, figure = false) =>
    row(
      way,
      [words(way, name, { quiet: !bold, width: "60%" }), words(way, value, { bold, figure, end: true, width: "40%" })],
      key,
    );
  const sum = (name: string, amount: number, bold: boolean, key: string) => fact(name, money(amount), bold, key, true);
  const rest = total - paid;
  const rounded = payments.reduce((all, { rounding }) => all + rounding, 0);
  return drawPaper({
    ...way,
    title: `${translate(locale, "payments.receipt.title")} ${invoice.number}`,
    agency,
    eyebrow: [day(printedAt)],
    foot: `${translate(locale, "payments.receipt.foot")} · ${code}`,
    body: [
      fact(translate(locale, "payments.columns.payer"), payer.name, true, "who"),
      fact(translate(locale, "payments.columns.title"), title, true, "what"),
      words(way, " ", {}, "space 1"),
      ...lines.map(({ label, quantity, amount }, i) =>
        sum(quantity > 1 ? `${label} × ${quantity}` : label, amount, false, `line ${i}`),
      ),
      sum(translate(locale, "payments.columns.total"), total, true, "total"),
      words(way, " ", {}, "space 2"),
      ...payments.map(({ id, source, movedAt, amount }) =>
        sum(`${day(movedAt)} · ${translate(locale, `payments.source.${source}`)}`, amount, false, id),
      ),
      ...(rounded > 0 ? [sum(translate(locale, "payments.receipt.code"), -rounded, false, "code")] : []),
      sum(translate(locale, "payments.columns.paid"), paid, true, "paid"),
      spelled(way, { amount: paid, currency }),
      sum(translate(locale, rest < 0 ? "payments.tooMuch" : "payments.rest"), Math.abs(rest), true, "rest"),
    ],
  });
}
