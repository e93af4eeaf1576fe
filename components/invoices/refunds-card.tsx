"use client";

import { type FormEvent, useState } from "react";
import { MoneyField } from "@/components/packages/money-field";
import { ReasonDialog } from "@/components/savings/reason-dialog";
import { type Act, useAct } from "@/components/shell/use-act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { readAmount, writeAmount } from "@/lib/kernel/amounts";
import type { Money } from "@/lib/kernel/money";
import type { Refund } from "@/lib/payments/contract/refund";
import { stillOver } from "@/lib/payments/rules/life";
import { useInvoiceWords } from "./words";

const STATUS = { requested: "waiting", approved: "ok", refused: "cancelled", timed_out: "cancelled" } as const;
type RefundsCardProps = {
  invoice: { id: string; paid: Money };
  /** What it would make sense to give back, minor units. */
  over: number;
  refunds: readonly Refund[];
  request: Act<{ id: string; amount: Money; why: string }, Refund> | null;
  approve: Act<{ id: string }, Refund>;
  refuse: Act<{ id: string; note: string }, Refund>;
};

/** What is to go back: asked by one, approved by another. */
export function RefundsCard({ invoice, over, refunds, request, approve, refuse }: RefundsCardProps) {
  const { t, money } = useInvoiceWords();
  const { busy, act } = useAct();
  const [refusing, setRefusing] = useState<string | null>(null);
  if (refunds.length === 0 && (!request || invoice.paid.amount === 0)) return null;
  const yes = ({ id }: Refund) => act(() => approve({ id }), { said: { text: t("refund.said.approved") } });
  const no = (note: string) =>
    act(() => refuse({ id: refusing ?? "", note }), {
      said: { text: t("refund.said.refused") },
      done: () => setRefusing(null),
    });
  return (
    <Card title={t("refund.title")}>
      <ul className="flex flex-col gap-4">
        {refunds.map((one) => (
          <li key={one.id} className="flex flex-col gap-2">
            <span className="flex items-center justify-between gap-3">
              <span className="tn font-semibold">{money(one.amount)}</span>
              <Badge status={STATUS[one.state]}>{t(`refund.state.${one.state}`)}</Badge>
            </span>
            <span className="text-ink-2">
              {t("refund.asked", { name: one.requestedByName })} <bdi>{one.why}</bdi>
            </span>
            {one.note ? <span className="text-ink-2">{t("reasonWas", { reason: one.note })}</span> : null}
            {one.mayDecide ? (
              <span className="flex flex-wrap gap-2">
                <Button kind="primary" busy={busy && t("saving")} onClick={() => yes(one)}>
                  {t("refund.approve", { amount: money(one.amount) })}
                </Button>
                <Button kind="danger-quiet" onClick={() => setRefusing(one.id)}>
                  {t("refund.refuse")}
                </Button>
              </span>
            ) : one.state === "requested" ? (
              <span className="text-ink-3 text-sm">{t("refund.other")}</span>
            ) : null}
          </li>
        ))}
      </ul>
      {request && invoice.paid.amount > 0 ? (
        <AskForm {...{ invoice, request }} over={stillOver(over, refunds)} />
      ) : null}
      <ReasonDialog
        key={refusing}
        title={t("refund.refuseTitle")}
        label={t("desk.reason")}
        verb={t("refund.refuse")}
        open={refusing !== null}
        onOpenChange={(open) => open || setRefusing(null)}
        busy={busy}
        send={no}
      />
    </Card>
  );
}

type AskFormProps = Pick<RefundsCardProps, "invoice" | "over"> & { request: NonNullable<RefundsCardProps["request"]> };
function AskForm({ invoice, over, request }: AskFormProps) {
  const { t } = useInvoiceWords();
  const { busy, act } = useAct();
  const { currency } = invoice.paid;
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const amount = readAmount(String(given.get("amount")), currency);
    const why = String(given.get("why")).trim();
    if (!amount) return setWrong(t("refund.amountMissing"));
    if (!why) return setWrong(t("refund.whyMissing"));
    act(() => request({ id: invoice.id, amount: { amount, currency }, why }), {
      said: { text: t("refund.said.requested") },
      done: () => setOpen(false),
      refused: setWrong,
    });
  };
  return (
    <Dialog
      title={t("refund.ask")}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button className="mt-3">{t("refund.ask")}</Button>}
    >
      <Form onSubmit={send} noValidate className="flex flex-col gap-4">
        <MoneyField
          name="amount"
          label={t("refund.amount", { currency })}
          currency={currency}
          defaultValue={over > 0 ? writeAmount(over, currency) : ""}
          error={wrong}
        />
        <TextArea name="why" label={t("refund.why")} rows={3} maxLength={500} />
        <Button type="submit" kind="primary" busy={busy && t("saving")}>
          {t("refund.ask")}
        </Button>
      </Form>
    </Dialog>
  );
}
