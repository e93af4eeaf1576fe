"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useFieldErrors } from "@/components/shell/field-errors";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/choices";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import { PhoneField } from "@/components/ui/phone-field";
import type { DialCountry } from "@/lib/i18n/phone";
import { enter } from "./enter";
import { agencyOf, destination, joinPath } from "./next-path";
import { useRefusal } from "./use-refusal";

type Registering = { name: string; password: string; phone?: string; email?: string; username?: string };
export type SignUpAnswer = { ok: true } | { ok: false; error: string; details?: unknown };
type SignUpFormProps = {
  register: (input: Registering, agency: string | null) => Promise<SignUpAnswer>;
  country: DialCountry;
  code?: string;
  next: string | null;
};

/** The fields a form leaves empty, as a validation refusal names them, so that both read the same. */
const emptyFields = (given: Record<string, string>) => {
  const empty = Object.keys(given).filter((name) => !given[name]);
  return empty.length ? { fields: Object.fromEntries(empty.map((name) => [name, ["required"]])) } : null;
};

/** A login by phone, e-mail or user name, and the way into a group for who has its code. */
export function SignUpForm({ register, country, code = "", next }: SignUpFormProps) {
  const t = useTranslations("entry.signUp");
  const refusal = useRefusal();
  const [by, setBy] = useState("phone");
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Exclude<SignUpAnswer, { ok: true }> | null>(null);
  const errorOf = useFieldErrors(answer?.details);
  const taken = answer?.error === "identifier_taken" ? refusal(answer.error) : undefined;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const read = (field: string) => String(form.get(field) ?? "").trim();
    const given = { name: read("name"), [by]: read(by), password: String(form.get("password")) };
    const details = emptyFields(given);
    if (details) return setAnswer({ ok: false, error: "validation", details });
    setBusy(true);
    const made = await register(given as Registering, agencyOf(next)).catch(() => ({
      ok: false as const,
      error: "unavailable",
    }));
    const refused = made.ok ? await enter({ identifier: given[by] ?? "", password: given.password ?? "" }) : null;
    if (made.ok && !refused) return window.location.assign(joinPath(read("code")) ?? destination(next));
    setBusy(false);
    setAnswer(made.ok ? { ok: false, error: refused ?? "internal" } : made);
  };

  return (
    <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {answer && !taken ? <Banner kind="bad">{refusal(answer.error)}</Banner> : null}
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        autoComplete="name"
        maxLength={200}
        error={errorOf("name")}
      />
      <Segmented
        legend={t("by")}
        value={by}
        onValue={setBy}
        options={[
          { value: "phone", label: t("phone") },
          { value: "email", label: t("email") },
          { value: "username", label: t("username") },
        ]}
      />
      {by === "phone" ? (
        <PhoneField name="phone" label={t("phoneLabel")} country={country} error={taken ?? errorOf("phone")} />
      ) : by === "email" ? (
        <TextField
          name="email"
          type="email"
          label={t("emailLabel")}
          autoComplete="email"
          dir="ltr"
          error={taken ?? errorOf("email")}
        />
      ) : (
        <TextField
          name="username"
          label={t("username")}
          hint={t("usernameHint")}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={30}
          dir="ltr"
          error={taken ?? errorOf("username")}
        />
      )}
      <PasswordField
        name="password"
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="new-password"
        error={errorOf("password")}
      />
      <TextField
        name="code"
        label={t("code")}
        hint={t("codeHint")}
        optional
        defaultValue={code}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
      />
      <Button type="submit" kind="primary" size="lg" wide busy={busy ? t("busy") : false}>
        {t("submit")}
      </Button>
    </Form>
  );
}
