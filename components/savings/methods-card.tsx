"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import { SelectField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { CreateMethod, PaymentMethod } from "@/lib/savings/contract/desk";

const KINDS = ["bank", "virtual_account", "qris", "cash"] as const;
type Wish = Pick<CreateMethod, "name" | "type" | "bankName" | "accountHolder" | "accountNumber">;
type MethodsCardProps = {
  methods: readonly PaymentMethod[];
  /** Null for whoever only looks. */
  acts: { add: Act<Wish, PaymentMethod>; drop: Act<{ id: string }> } | null;
};

/** By what ways savers put money in. */
export function MethodsCard({ methods, acts }: MethodsCardProps) {
  const t = useTranslations("savings.setup");
  const begin = useTranslations("savings.begin");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  const [wrong, setWrong] = useState<string | null>(null);
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const text = (name: string) => String(given.get(name) ?? "").trim() || null;
    const [name, type] = [text("name") ?? "", KINDS.find((one) => one === given.get("type")) ?? "bank"];
    const account = { bankName: text("bank"), accountHolder: text("holder"), accountNumber: text("number") };
    setWrong(null);
    act(() => acts!.add({ name, type, ...account }), {
      said: { text: t("added", { name }) },
      refused: setWrong,
      done: () => form.reset(),
    });
  };
  return (
    <Card flush title={t("methods")}>
      {methods.length === 0 ? <p className="px-(--pad-card) pb-4 text-ink-2">{t("noMethods")}</p> : null}
      {methods.map(({ id, name, type, bankName, accountNumber }) => (
        <Row
          key={id}
          end={
            acts ? (
              <Button
                size="sm"
                kind="danger-quiet"
                busy={busy && common("saving")}
                aria-label={t("remove", { name })}
                onClick={() => act(() => acts.drop({ id }), { said: { text: t("removed", { name }) } })}
              >
                {t("drop")}
              </Button>
            ) : null
          }
        >
          <bdi className="font-semibold">{name}</bdi>
          <p className="text-ink-2">
            {t(`kinds.${type}`)} <bdi>{[bankName, accountNumber].filter(Boolean).join("\u00a0· ")}</bdi>
          </p>
        </Row>
      ))}
      {acts ? (
        <Form onSubmit={add} className="grid gap-4 border-line border-t p-(--pad-card) sm:grid-cols-2">
          <TextField name="name" label={t("name")} required maxLength={80} error={wrong} />
          <SelectField
            name="type"
            label={t("type")}
            options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <TextField name="bank" label={begin("bank")} optional maxLength={80} />
          <TextField name="holder" label={begin("holder")} optional maxLength={120} />
          <TextField name="number" label={begin("number")} optional inputMode="numeric" maxLength={34} />
          <div className="self-end">
            <Button type="submit" kind="primary" busy={busy && common("saving")}>
              {t("add")}
            </Button>
          </div>
        </Form>
      ) : null}
    </Card>
  );
}
