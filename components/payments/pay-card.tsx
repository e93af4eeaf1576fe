"use client";

import { type FormEvent, useState } from "react";
import { upload } from "@/components/shell/files";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import { toast } from "@/components/ui/toast";
import type { Invoice } from "@/lib/invoices/contract/invoice";
import { writeAmount } from "@/lib/kernel/amounts";
import type { Proof } from "@/lib/payments/contract/proof";
import { AccountLine } from "./account-line";
import { usePaymentWords } from "./words";

type PayCardProps = {
  agency: string;
  invoice: Invoice;
  ask: Act<{ id: string; pay: "next" | "all" }, Invoice>;
  /** The desk tells the payer, and adds what the payer sent it. */
  by?: By;
  /** What was sent waits for the desk: sending more is no longer the next act. */
  waits?: boolean;
};
type By = "pay" | "byDesk";

/** What to transfer, to the last figure, where to, and the way to show that it was done. */
export function PayCard({ agency, invoice, ask, by = "pay", waits = false }: PayCardProps) {
  const { t, money } = usePaymentWords();
  const { busy, act } = useAct();
  const { transfer, accounts, id, total, paid } = invoice;
  const { currency } = total;
  const rest = total.amount - paid.amount;
  const isAll = transfer !== null && transfer.base.amount >= rest;
  const code = transfer ? transfer.amount.amount - transfer.base.amount : 0;
  const size = by === "pay" ? "xl" : undefined;
  const take = (pay: "next" | "all") => act(() => ask({ id, pay }));
  return (
    <section
      id="pay"
      className={`card flex scroll-mt-4 flex-col gap-4 p-(--pad-card) ${transfer ? "" : "print:hidden"}`}
    >
      <h2 className={by === "pay" ? "display text-xl" : "font-semibold text-md"}>{t(`${by}.title`)}</h2>
      {transfer ? (
        <>
          <div>
            <p className="text-ink-2">{t(`${by}.exactly`)}</p>
            <p className="tn display text-3xl">{money(transfer.amount)}</p>
            {code > 0 ? (
              <p className="mt-1 text-ink-2">
                {t(`${by}.${isAll ? "codeLast" : "code"}`, { code: money({ amount: code, currency }) })}
              </p>
            ) : null}
          </div>
          <CopyButton
            value={writeAmount(transfer.amount.amount, currency)}
            label={t("pay.copyAmount")}
            size="lg"
            wide
          />
          <Accounts {...{ accounts, by }} />
          {isAll ? null : (
            <Button kind="ghost" size="lg" wide busy={busy && t("saving")} onClick={() => take("all")}>
              {t(`${by}.all`, { amount: money({ amount: rest, currency }) })}
            </Button>
          )}
        </>
      ) : (
        <Button
          kind={by === "pay" ? "primary" : undefined}
          size={size}
          wide
          busy={busy && t("saving")}
          onClick={() => take("next")}
        >
          {t(`${by}.begin`)}
        </Button>
      )}
      {transfer ? <SendForm {...{ agency, invoice, by, waits }} /> : null}
    </section>
  );
}

function Accounts({ accounts, by }: Pick<Invoice, "accounts"> & { by: By }) {
  const { t } = usePaymentWords();
  if (accounts.length === 0) return <p className="text-ink-2">{t(`${by}.noAccount`)}</p>;
  return (
    <ul className="flex flex-col gap-4">
      {accounts.map((account) => (
        <li key={account.accountNumber} className="border-line border-t pt-3">
          <AccountLine {...account} />
        </li>
      ))}
    </ul>
  );
}

type SendFormProps = Required<Pick<PayCardProps, "agency" | "invoice" | "by" | "waits">>;

function SendForm({ agency, invoice, by, waits }: SendFormProps) {
  const { t } = usePaymentWords();
  const verb = waits ? t("pay.sendMore") : t(`${by}.send`);
  const isNext = by === "pay" && !waits;
  const { busy, act } = useAct();
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File) || file.size === 0) return setWrong(t("pay.fileMissing"));
    act(
      async () => {
        const sent = await upload<Proof>(agency, `/api/v1/invoices/${invoice.id}/proofs`, file);
        if (sent === "offline") throw new Error("offline");
        if ("refused" in sent) return { ok: false as const, error: "refused", message: sent.refused };
        return { ok: true as const, value: sent.kept };
      },
      {
        refused: setWrong,
        done: () => {
          setOpen(false);
          toast({ text: t(`${by}.sent`), kind: "done" });
        },
      },
    );
  };
  return (
    <Dialog
      title={verb}
      text={by === "byDesk" ? t("byDesk.sendText") : undefined}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button kind={isNext ? "lamp" : undefined} size={isNext ? "xl" : undefined} wide>
          {verb}
        </Button>
      }
    >
      <Form onSubmit={send} noValidate className="flex flex-col gap-4">
        <FileField
          name="file"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          label={t("pay.file")}
          hint={t("pay.fileHint")}
          error={wrong}
        />
        <Button type="submit" kind="primary" size="lg" wide busy={busy && t("pay.sending")}>
          {t("pay.sendIt")}
        </Button>
      </Form>
    </Dialog>
  );
}
