import type { ReactNode } from "react";
import { formatNumber, formatShortDate } from "@/lib/i18n/formats";
import { translate } from "@/lib/i18n/translate";
import type { ReceiptPaper } from "@/lib/invoices/contract/receipt";
import { nameLine, overOf } from "@/lib/invoices/rules";
import { moneyIn } from "@/lib/kernel/amounts";
import type { Money } from "@/lib/kernel/money";
import { drawPaper, row, sumOf, wayOf, words } from "./base";
import { spelled } from "./spelled";

type Sum = { key: string; name: string; amount: Money; bold?: true };
/** Its sums from above: what it is for, each payment, and what is left or came beyond it. */
export function sumsOf({ invoice, agency, locale }: ReceiptPaper): Sum[] {
  const { total, paid, lines, payments } = invoice;
  const day = (at: Date) => formatShortDate(locale, at, { zone: agency.timeZone, year: true });
  const money = moneyIn(total.currency);
  const rounded = payments.reduce((all, { rounding }) => all + rounding.amount, 0);
  const over = overOf(invoice);
  const kinds = {
    fell: (kind: "cancelled" | "kept") => translate(locale, `payments.line.${kind}`),
    passenger: (type: string) => translate(locale, `packages.passenger.${type as "adult"}`),
    room: (type: string) => translate(locale, `packages.room.${type as "quad"}`),
    count: (quantity: number) => formatNumber(locale, quantity),
  };
  return [
    ...lines.map((line, i) => ({ key: `line ${i}`, name: nameLine(line, kinds), amount: line.amount })),
    { key: "total", name: translate(locale, "payments.columns.total"), amount: total, bold: true },
    ...payments.map(({ id, source, movedAt, amount }) => ({
      key: id,
      name: `${day(movedAt)} · ${translate(locale, `payments.source.${source}`)}`,
      amount,
    })),
    ...(rounded > 0
      ? [{ key: "code", name: translate(locale, "payments.receipt.code"), amount: money(-rounded) }]
      : []),
    { key: "paid", name: translate(locale, "payments.columns.paid"), amount: paid, bold: true },
    {
      key: "rest",
      name: translate(locale, over > 0 ? "payments.tooMuch" : "payments.rest"),
      amount: money(Math.abs(over)),
      bold: true,
    },
  ];
}

/** What came in for one invoice, on paper: what it is for, each payment, what is left, and what the receipt is known by. */
export function drawReceipt(paper: ReceiptPaper): Promise<Uint8Array<ArrayBuffer>> {
  const { invoice, agency, locale, code, printedAt } = paper;
  const way = wayOf(locale);
  const { paid, payer, title, state } = invoice;
  const fact = (name: string, value: string, bold = true, key = name, figure = false) =>
    row(
      way,
      [words(way, name, { quiet: !bold, width: "60%" }), words(way, value, { bold, figure, end: true, width: "40%" })],
      key,
    );
  const beneath: Record<string, ReactNode> = {
    total: words(way, " ", {}, "space 2"),
    paid: spelled(way, paid),
  };
  const printed = formatShortDate(locale, printedAt, { zone: agency.timeZone, year: true });
  return drawPaper({
    ...way,
    title: `${translate(locale, "payments.receipt.title")} ${invoice.number}`,
    agency,
    eyebrow: [printed, ...(state === "void" ? [translate(locale, "payments.look.void")] : [])],
    foot: `${translate(locale, "payments.receipt.foot")} · ${code}`,
    body: [
      fact(translate(locale, "payments.columns.payer"), payer.name, true, "who"),
      fact(translate(locale, "payments.columns.title"), title, true, "what"),
      words(way, " ", {}, "space 1"),
      ...sumsOf(paper).flatMap(({ key, name, amount, bold = false }) => [
        fact(name, sumOf(way, amount), bold, key, true),
        beneath[key],
      ]),
    ],
  });
}
