"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useFieldErrors } from "@/components/shell/field-errors";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { BankAccount } from "@/lib/agencies/contract/settings";

type Wish = { bankName: string; accountHolder: string; accountNumber: string; currency: string };
type BankCardProps = {
  accounts: readonly BankAccount[];
  currency: string;
  add?: Act<Wish, BankAccount>;
  remove?: Act<{ id: string }>;
};

/** Where pilgrims' money may be sent. A removed account can be put back for half a minute. */
export function BankCard({ accounts, currency, add, remove }: BankCardProps) {
  const t = useTranslations("agency.settings");
  const { act } = useAct();
  const drop = ({ id, createdAt: _, ...account }: BankAccount) => {
    if (!remove || !add) return;
    const back = () => act(() => add(account), { said: { text: t("accountBack") } });
    act(() => remove({ id }), {
      said: { text: t("accountGone", { bank: account.bankName }), action: { label: t("undo"), run: back } },
    });
  };
  return (
    <Card flush title={t("accounts")} aside={add ? <AccountDialog {...{ currency, add }} /> : null}>
      {accounts.length === 0 ? <p className="px-(--pad-card) pb-4 text-ink-2">{t("noAccounts")}</p> : null}
      {accounts.map((account) => (
        <Row
          key={account.id}
          end={
            remove ? (
              <Button kind="danger-quiet" size="sm" onClick={() => drop(account)}>
                {t("accountDrop")}
              </Button>
            ) : null
          }
        >
          <p className="font-semibold">
            <bdi>{account.bankName}</bdi>&nbsp;· <bdi dir="ltr">{account.accountNumber}</bdi>
          </p>
          <p className="text-ink-2">
            <bdi>{account.accountHolder}</bdi>&nbsp;· {account.currency}
          </p>
        </Row>
      ))}
    </Card>
  );
}

function AccountDialog({ currency, add }: { currency: string; add: Act<Wish, BankAccount> }) {
  const t = useTranslations("agency.settings");
  const common = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [details, setDetails] = useState<unknown>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const errorOf = useFieldErrors(details);
  const { busy, act } = useAct();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (field: string) => String(form.get(field) ?? "").trim();
    const wish = {
      bankName: given("bankName"),
      accountHolder: given("accountHolder"),
      accountNumber: given("accountNumber"),
      currency: given("currency").toUpperCase(),
    };
    act(
      async () => {
        const answer = await add(wish);
        setDetails(answer.ok ? null : answer.details);
        return answer;
      },
      { said: { text: t("accountAdded") }, done: () => setOpen(false), refused: setRefused },
    );
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("accountAdd")}
      text={t("accountText")}
      trigger={
        <Button size="sm" icon={<Plus aria-hidden size={16} />}>
          {t("accountAdd")}
        </Button>
      }
    >
      <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {refused ? (
          <p role="alert" className="text-bad-ink">
            {refused}
          </p>
        ) : null}
        <TextField name="bankName" label={t("bankName")} maxLength={80} error={errorOf("bankName")} />
        <TextField name="accountHolder" label={t("holder")} maxLength={120} error={errorOf("accountHolder")} />
        <TextField name="accountNumber" label={t("number")} dir="ltr" maxLength={40} error={errorOf("accountNumber")} />
        <TextField
          name="currency"
          label={t("currency")}
          dir="ltr"
          maxLength={3}
          defaultValue={currency}
          error={errorOf("currency")}
        />
        <div className="flex flex-wrap justify-end gap-2.5">
          <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
          <Button kind="primary" type="submit" busy={busy && common("saving")}>
            {t("accountAdd")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
