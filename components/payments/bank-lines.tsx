"use client";

import { type Act, useAct } from "@/components/shell/use-act";
import { StatusLine } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { EmptyState } from "@/components/ui/states";
import { useSums } from "@/components/ui/sums";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import type { BankLine, MatchLine } from "@/lib/payments/contract/bank";
import { BookLine, type FindInvoices } from "./book-line";
import { useTwin } from "./twin";
import { usePaymentWords } from "./words";

type BankLinesProps = {
  home: string;
  lines: readonly BankLine[];
  /** Null while nothing may be booked. */
  acts: { match: Act<MatchLine, BankLine>; undo: Act<{ id: string }, BankLine> } | null;
  find: FindInvoices;
};

/** What came in by the bank's word and stands for no payment yet. */
export function BankLines({ home, lines, acts, find }: BankLinesProps) {
  const { t, money, day } = usePaymentWords();
  const sums = useSums(lines);
  const { busy, act } = useAct();
  const { unlessTwin, dialog } = useTwin((text) => toast({ text, kind: "failed" }));
  const takeBack = ({ id, amount }: BankLine) => {
    const text = t("bank.takenBack", { amount: money(amount) });
    if (acts) act(() => acts.undo({ id }), { said: { text } });
  };
  const said = (line: BankLine) => {
    const { amount, invoice, undoUntil } = line;
    const action = undoUntil ? { label: t("desk.undo"), run: () => takeBack(line) } : undefined;
    const text = t("bank.booked", { amount: money(amount), number: invoice?.number ?? "" });
    toast({ text, kind: "done", ...(action && { action }) });
  };
  const book = (line: BankLine, again?: true) => {
    if (acts)
      act(() => acts.match({ id: line.id, again }), { done: said, refused: unlessTwin(() => book(line, true)) });
  };
  const columns: Column<BankLine>[] = [
    {
      id: "line",
      header: t("bank.line"),
      cell: (line) => <TwoLines first={<bdi>{line.text}</bdi>} second={day(new Date(`${line.bookedOn}T12:00:00Z`))} />,
    },
    sums({
      id: "amount",
      header: t("columns.total"),
      card: "figure",
      money: ({ amount }) => amount,
      cell: (sum) => <span className="font-semibold">{sum}</span>,
    }),
    {
      id: "invoice",
      header: t("invoice"),
      card: "badge",
      cell: ({ invoice }) =>
        invoice ? (
          <Link href={`${home}/invoices/${invoice.id}`} className="hover:underline">
            <bdi dir="ltr">{invoice.number}</bdi>&nbsp;· <bdi>{invoice.payerName}</bdi>
          </Link>
        ) : (
          <StatusLine status="notYet">{t("bank.noInvoice")}</StatusLine>
        ),
    },
    {
      id: "act",
      header: <span className="sr-only">{t("bank.book")}</span>,
      align: "end",
      card: "actions",
      cell: (line) =>
        acts ? (
          <span className="flex flex-wrap justify-end gap-2">
            {line.invoice ? (
              <Button size="sm" kind="soft" busy={busy && t("saving")} onClick={() => book(line)}>
                {t("bank.book")}
              </Button>
            ) : null}
            <BookLine {...{ line, find, said }} match={acts.match} />
          </span>
        ) : null,
    },
  ];
  return (
    <>
      <Table
        label={t("bank.title")}
        {...{ columns, rows: lines }}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("bank.noneTitle")} text={t("bank.noneText")} />}
      />
      {dialog}
    </>
  );
}
