"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { apart } from "./next-path";
import { useRefusal } from "./use-refusal";

type Answer = { ok: true } | { ok: false; error: string };
type ForgotFormProps = {
  send: (input: { identifier: string }, agency: string | null) => Promise<Answer>;
  agency: string | null;
};

/** Asks for a link; what it answers says nothing about who exists. */
export function ForgotForm({ send, agency }: ForgotFormProps) {
  const t = useTranslations("entry.forgot");
  const required = useTranslations("errors.fields")("required");
  const refusal = useRefusal();
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const identifier = String(new FormData(event.currentTarget).get("identifier")).trim();
    setMissing(!identifier);
    if (!identifier || busy) return;
    setBusy(true);
    const answer = await send({ identifier }, agency).catch(() => ({ ok: false as const, error: "unavailable" }));
    setBusy(false);
    setRefused(answer.ok ? null : answer.error);
    setSent(answer.ok ? identifier : null);
  };

  return (
    <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {refused ? <Banner kind="bad">{refusal(refused)}</Banner> : null}
      {sent ? <Banner kind="info">{t("sent", { identifier: apart(sent) })}</Banner> : null}
      <TextField
        name="identifier"
        label={t("identifier")}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        dir="ltr"
        error={missing ? required : null}
      />
      <Button type="submit" kind={sent ? "secondary" : "primary"} size="lg" wide busy={busy ? t("busy") : false}>
        {t("submit")}
      </Button>
    </Form>
  );
}
