import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { currencySign, formatMoney } from "@/lib/i18n/formats";
import { formatList } from "@/lib/i18n/list";
import type { Column } from "./table";

type Money = { amount: number; currency: string };
type SumColumn<Row> = Omit<Column<Row>, "header" | "cell" | "align"> & {
  header: string;
  money: (row: Row) => Money | null;
  /** Its look, where a plain figure does not do. */
  cell?: (sum: ReactNode, row: Row) => ReactNode;
};

/**
 * Columns of sums. Where all rows have one currency the header names it, and a cell only where it is a card.
 * @param spoken documents keep Latin digits whatever the reader chose
 */
export function useSums<Row>(rows: readonly Row[], spoken?: string) {
  const read = useLocale();
  const locale = spoken ?? read;
  return ({ header, money, cell = (sum) => sum, ...column }: SumColumn<Row>): Column<Row> => {
    const [currency, ...others] = new Set(rows.flatMap((row) => money(row)?.currency ?? []));
    const sign = currency && others.length === 0 ? currencySign(locale, currency) : null;
    return {
      ...column,
      header: sign ? formatList(locale, [header, sign]) : header,
      align: "end",
      cell: (row) => {
        const sum = money(row);
        const text = sum ? formatMoney(locale, sum) : "–";
        return cell(sign && sum ? <OnCard text={text} sign={sign} /> : text, row);
      },
    };
  };
}

/** The sign folds away with its space, so that the figures of a column stand under each other. */
function OnCard({ text, sign }: { text: string; sign: string }) {
  const [before = "", after = ""] = text.split(sign);
  const [start, end] = [before.trimEnd(), after.trimStart()];
  return (
    <>
      {start}
      <span className="md:hidden">{text.slice(start.length, text.length - end.length)}</span>
      {end}
    </>
  );
}
