import { formatShortDate } from "@/lib/i18n/formats";
import { translate } from "@/lib/i18n/translate";
import type { Money } from "@/lib/kernel/money";
import type { StatementPaper } from "@/lib/savings/contract/out";
import { drawPaper, row, sumOf, type Way, wayOf, words } from "./base";
import { spelled } from "./spelled";

const WIDTHS = ["18%", "34%", "24%", "24%"] as const;

const factOf = (way: Way, { name, value, figure }: { name: string; value: string; figure: boolean }) =>
  row(
    way,
    [
      words(way, name, { quiet: true, width: "50%" }),
      words(way, value, { bold: true, end: true, figure, width: "50%" }),
    ],
    name,
  );

/** A savings statement on paper: what stands, all that moved, and how anybody checks it. */
export function drawStatement({
  statement,
  agency,
  checkUrl,
  locale,
}: StatementPaper): Promise<Uint8Array<ArrayBuffer>> {
  const { plan, lines, code, asOf } = statement;
  const way = wayOf(locale);
  const { timeZone: zone } = agency;
  const day = (at: Date) => formatShortDate(locale, at, { zone, year: true });
  const money = (sum: Money) => sumOf(way, sum);
  const column = (id: "date" | "entry" | "amount" | "balance") => translate(locale, `savings.columns.${id}`);
  const fact = (name: string, value: string, figure = false) => factOf(way, { name, value, figure });
  const sum = (name: string, amount: Money) => fact(name, money(amount), true);
  const cells = (texts: readonly string[], bold = false, key?: string) =>
    row(
      way,
      texts.map((text, i) =>
        words(way, text, { bold, end: i > 1, figure: i > 1 && !bold, width: WIDTHS[i] }, String(i)),
      ),
      key,
    );
  return drawPaper({
    ...way,
    title: plan.name,
    agency,
    eyebrow: [translate(locale, "savings.title"), day(asOf)],
    foot: [translate(locale, "savings.notBank"), code ? `${checkUrl} · ${code}` : ""].filter(Boolean).join("\n"),
    body: [
      fact(translate(locale, "savings.columns.saver"), plan.personName),
      fact(translate(locale, "savings.proof.account"), `${plan.account.bankName} ${plan.account.number}`),
      sum(translate(locale, "savings.balance"), plan.balance),
      spelled(way, plan.balance),
      sum(translate(locale, "savings.target", { amount: "" }).trim(), plan.target),
      ...(plan.checking.amount > 0 ? [sum(translate(locale, "savings.notCounted"), plan.checking)] : []),
      fact(translate(locale, "savings.proof.code"), code ?? translate(locale, "savings.proof.noCode")),
      words(way, " ", {}, "space"),
      cells([column("date"), column("entry"), column("amount"), column("balance")], true, "head"),
      ...lines.map(({ on, kind, amount, balance }, i) =>
        cells([day(on), translate(locale, `savings.kind.${kind}`), money(amount), money(balance)], false, `line ${i}`),
      ),
    ],
  });
}
