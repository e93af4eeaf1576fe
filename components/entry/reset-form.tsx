"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useFieldErrors } from "@/components/shell/field-errors";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { PasswordField } from "@/components/ui/password-field";
import { throughYours } from "./next-path";
import { useRefusal } from "./use-refusal";

type Answer = { ok: true } | { ok: false; error: string; details?: unknown };
type ResetFormProps = { set: (input: { token: string; password: string }) => Promise<Answer> };

/** Sets a password by the link's token, which stands behind the # and never reaches a log. */
export function ResetForm({ set }: ResetFormProps) {
  const t = useTranslations("entry");
  const refusal = useRefusal();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [broken, setBroken] = useState(false);
  const failed = answer && !answer.ok ? answer : null;
  const errorOf = useFieldErrors(failed?.details);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    const token = window.location.hash.slice(1);
    const complete = /^[\w-]{75}$/.test(token);
    setBroken(!complete);
    if (busy || !complete) return;
    setBusy(true);
    setAnswer(await set({ token, password }).catch(() => ({ ok: false as const, error: "unavailable" })));
    setBusy(false);
  };

  if (answer?.ok) {
    return (
      <div className="flex flex-col gap-4">
        <Banner kind="info">{t("reset.done")}</Banner>
        <LinkButton
          href={`/sign-in?${new URLSearchParams({ next: throughYours("/choose") })}`}
          kind="primary"
          size="lg"
          wide
        >
          {t("signIn.submit")}
        </LinkButton>
      </div>
    );
  }
  return (
    <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {broken ? <Banner kind="bad">{t("link.missing")}</Banner> : null}
      {failed && !errorOf("password") ? <Banner kind="bad">{refusal(failed.error)}</Banner> : null}
      <PasswordField
        name="password"
        label={t("reset.password")}
        hint={t("signUp.passwordHint")}
        autoComplete="new-password"
        error={errorOf("password")}
      />
      <Button type="submit" kind="primary" size="lg" wide busy={busy ? t("reset.busy") : false}>
        {t("reset.submit")}
      </Button>
    </Form>
  );
}
