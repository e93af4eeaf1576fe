"use client";

import { type FormEvent, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { InvoiceRow } from "@/lib/invoices/contract/invoice";
import type { BankLine, MatchLine } from "@/lib/payments/contract/bank";
import { useTwin } from "./twin";
import { usePaymentWords } from "./words";

export type FindInvoices = Act<{ q: string; limit: number }, { data: InvoiceRow[] }>;
type BookLineProps = {
  line: BankLine;
  find: FindInvoices;
  match: Act<MatchLine, BankLine>;
  /** It is booked. */
  said: (line: BankLine) => void;
};

/** Money that no invoice asked for by its amount: somebody says for which one it is. */
export function BookLine({ line, find, match, said }: BookLineProps) {
  const { t, money } = usePaymentWords();
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<readonly InvoiceRow[] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const amount = money(line.amount);
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get("q") ?? "").trim();
    setWrong(q ? null : t("bank.whoMissing"));
    if (q) act(() => find({ q, limit: 8 }), { done: ({ data }) => setFound(data), refused: setWrong });
  };
  const { unlessTwin, dialog } = useTwin(setWrong);
  const book = (invoice: InvoiceRow, again?: true) =>
    act(() => match({ id: line.id, invoiceId: invoice.id, again }), {
      done: (booked) => {
        setOpen(false);
        said(booked);
      },
      refused: unlessTwin(() => book(invoice, true)),
    });
  const fits = found?.filter(({ total }) => total.currency === line.amount.currency);
  return (
    <>
      <Dialog
        title={t("bank.chooseTitle", { amount })}
        text={<bdi>{line.text}</bdi>}
        open={open && !dialog}
        onOpenChange={(next) => {
          setOpen(next);
          setFound(null);
          setWrong(null);
        }}
        trigger={<Button size="sm">{t("bank.choose")}</Button>}
      >
        <Form onSubmit={look} noValidate className="flex items-start gap-2.5">
          <TextField name="q" label={t("search")} maxLength={120} error={wrong} className="flex-1" />
          <Button type="submit" className="mt-6" busy={busy && t("bank.looking")}>
            {t("bank.look")}
          </Button>
        </Form>
        {fits?.length === 0 ? <p className="mt-4 text-ink-2">{t("bank.nothingFound")}</p> : null}
        <ul className="mt-2 flex flex-col">
          {fits?.map((invoice) => (
            <li
              key={invoice.id}
              className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-2.5"
            >
              <span className="min-w-0">
                <span className="block font-semibold">
                  <bdi>{invoice.payerName}</bdi>
                </span>
                <span className="text-ink-2 text-sm">
                  <bdi dir="ltr">{invoice.number}</bdi>&nbsp;·{" "}
                  {t("left", {
                    amount: money({
                      amount: Math.max(0, invoice.total.amount - invoice.paid.amount),
                      currency: invoice.total.currency,
                    }),
                  })}
                </span>
              </span>
              <Button size="sm" kind="soft" busy={busy && t("saving")} onClick={() => book(invoice)}>
                {t("bank.book")}
              </Button>
            </li>
          ))}
        </ul>
      </Dialog>
      {dialog}
    </>
  );
}
