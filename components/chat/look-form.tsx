"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";

type LookFormProps = { groupId: string; open: Act<{ groupId: string; reason: string }> };

/** Nobody reads along without having said why. */
export function LookForm({ groupId, open }: LookFormProps) {
  const t = useTranslations("chat.look");
  const errors = useTranslations("errors.fields");
  const { busy, act } = useAct();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const submit = () => {
    setMissing(reason.trim() === "");
    if (reason.trim() !== "") act(() => open({ groupId, reason }));
  };
  return (
    <Card className="max-w-xl">
      <Form
        className="flex flex-col gap-4 p-(--pad-card)"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h2 className="text-lg font-semibold">{t("ask")}</h2>
        <p className="text-ink-2">{t("text")}</p>
        <TextField
          label={t("reason")}
          hint={t("hint")}
          error={missing ? errors("required") : null}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button type="submit" kind="primary" className="self-start" busy={busy && t("opening")}>
          {t("open")}
        </Button>
      </Form>
    </Card>
  );
}
