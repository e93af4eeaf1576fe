"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { PasswordField } from "@/components/ui/password-field";
import { enter } from "./enter";
import { useRefusal } from "./use-refusal";

type Missing = { identifier?: boolean; password?: boolean };

type SignInFormProps = {
  to: string;
  /** Whose page somebody came from: a number is read as it is dialled there. */
  agency: string | null;
  /** The address of who forgot the password. */
  forgot: string;
};

/** One field for e-mail, phone or user name. What was typed stays when it was wrong. */
export function SignInForm({ to, agency, forgot }: SignInFormProps) {
  const t = useTranslations("entry.signIn");
  const required = useTranslations("errors.fields")("required");
  const refusal = useRefusal();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [missing, setMissing] = useState<Missing>({});

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const given = { identifier: String(form.get("identifier")).trim(), password: String(form.get("password")) };
    const empty = { identifier: !given.identifier, password: !given.password };
    setMissing(empty);
    setRefused(null);
    if (empty.identifier || empty.password) return;
    setBusy(true);
    const code = await enter(given, agency);
    // A full load: what an earlier person saw on this device must not stay in memory.
    if (code === null) return window.location.assign(to);
    setBusy(false);
    setRefused(code);
  };

  return (
    <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {refused ? <Banner kind="bad">{refusal(refused)}</Banner> : null}
      <TextField
        name="identifier"
        label={t("identifier")}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        dir="ltr"
        error={missing.identifier ? required : null}
      />
      <PasswordField name="password" label={t("password")} error={missing.password ? required : null} />
      <Link
        href={forgot}
        className="-mt-2 inline-flex min-h-(--touch) items-center self-start text-primary-ink underline"
      >
        {t("forgot")}
      </Link>
      <Button type="submit" kind="primary" size="lg" wide busy={busy ? t("busy") : false}>
        {t("submit")}
      </Button>
    </Form>
  );
}
