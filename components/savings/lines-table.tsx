import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/states";
import { useSums } from "@/components/ui/sums";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import { asLocale } from "@/lib/i18n/locales";
import type { Money } from "@/lib/kernel/money";
import type { Deposit } from "@/lib/savings/contract/deposit";
import type { Statement } from "@/lib/savings/contract/out";
import { DepositBadge } from "./deposit-badge";
import { useWords } from "./words";

type Line = {
  key: string;
  date: string;
  entry: string;
  detail: string | null;
  by: string;
  amount: Money;
  balance: Money | null;
  deposit: Deposit | null;
};

/** All that moved, the newest first; what is being checked stands on top without a balance. */
export function LinesTable({ statement, zone }: { statement: Statement; zone: string }) {
  const t = useTranslations("savings");
  const { day, date } = useWords();
  const detailOf = ({ lateFor, reason, collection }: Deposit) =>
    reason ?? (lateFor ? t("late", { date: day(lateFor.startsOn) }) : (collection?.name ?? null));
  const lines: Line[] = [
    ...statement.waiting.map((deposit) => ({
      key: deposit.id,
      date: day(deposit.paidOn),
      entry: t("kind.deposit"),
      detail: detailOf(deposit),
      by: deposit.method.name,
      amount: deposit.amount,
      balance: null,
      deposit,
    })),
    ...statement.lines.toReversed().map(({ kind, on, amount, balance, deposit }, i) => ({
      key: String(i),
      date: date(on, zone),
      entry: t(`kind.${kind}`),
      detail: deposit && detailOf(deposit),
      by: deposit?.method.name ?? "–",
      amount,
      balance,
      deposit,
    })),
  ];
  const sums = useSums(lines, asLocale(useLocale()));
  const columns: Column<Line>[] = [
    {
      id: "entry",
      header: t("columns.entry"),
      cell: ({ entry, detail, date: on }) => (
        <TwoLines
          first={entry}
          second={
            <>
              <span className="md:hidden">{detail ? `${on}\u00a0· ` : on}</span>
              {detail ? <bdi>{detail}</bdi> : null}
            </>
          }
        />
      ),
    },
    { id: "date", header: t("columns.date"), cell: (line) => line.date },
    { id: "by", header: t("columns.by"), cell: (line) => <bdi>{line.by}</bdi> },
    sums({
      id: "amount",
      header: t("columns.amount"),
      card: "figure",
      money: ({ amount }) => amount,
    }),
    sums({
      id: "balance",
      header: t("columns.balance"),
      money: ({ balance }) => balance,
      cell: (sum, { balance }) => (balance === null ? <span className="text-ink-3">{t("notCounted")}</span> : sum),
    }),
    {
      id: "status",
      header: t("columns.status"),
      card: "badge",
      cell: ({ deposit }) =>
        deposit ? <DepositBadge state={deposit.state} /> : <Badge status="ok">{t("state.verified")}</Badge>,
    },
  ];
  return (
    <Table
      label={t("title")}
      columns={columns}
      rows={lines}
      rowKey={({ key }) => key}
      empty={<EmptyState title={t("my.none")} />}
    />
  );
}
