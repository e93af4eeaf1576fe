"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { enter } from "@/components/entry/enter";
import { useRefusal } from "@/components/entry/use-refusal";
import { useFieldErrors } from "@/components/shell/field-errors";
import type { Act, Answer } from "@/components/shell/use-act";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import type { RegisteredAgency } from "@/lib/agencies/contract/agency";
import { COUNTRIES } from "@/lib/agencies/rules/countries";
import { countryName } from "@/lib/i18n/places";

type Owner = { name: string; email: string; phone?: string; password: string };
type Wish = { name: string; slug: string; country: string; licenceNumber: string; owner?: Owner };
export type OwnApplication = {
  id: string;
  slug: string;
  name: string;
  country: string;
  licenceNumber: string | null;
  decisionReason: string | null;
};
type RegisterAgencyFormProps = {
  /** The name of who is signed in. */
  me: string | null;
  /** What they asked for and were not let in with yet. */
  mine: readonly OwnApplication[];
  host: string;
  register: Act<Wish, RegisteredAgency>;
};

/** "Barakah Safar" as an address: letters of other scripts are left to the person. */
const slugFrom = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);

/** The agency, its licence and, for who is not signed in, its owner. What was typed stays when it is refused. */
export function RegisterAgencyForm({ me, mine, host, register }: RegisterAgencyFormProps) {
  const t = useTranslations("platform.register");
  const locale = useLocale();
  const refusal = useRefusal();
  const [before] = mine;
  const [slug, setSlug] = useState(before?.slug ?? "");
  const [touched, setTouched] = useState(Boolean(before));
  const [answer, setAnswer] = useState<Exclude<Answer<unknown>, { ok: true }> | null>(null);
  const [sent, setSent] = useState<RegisteredAgency | null>(null);
  const [busy, setBusy] = useState(false);
  const errorOf = useFieldErrors(answer?.details);
  const slugTaken = answer?.error === "slug_taken" ? answer.message : undefined;
  const emailTaken = answer?.error === "identifier_taken" ? answer.message : undefined;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const given = (field: string) => String(form.get(field) ?? "").trim();
    const phone = given("phone");
    const owner = {
      name: given("personName"),
      email: given("email"),
      password: String(form.get("password") ?? ""),
      ...(phone ? { phone } : {}),
    };
    const wish = { name: given("name"), slug, country: given("country"), licenceNumber: given("licenceNumber") };
    setBusy(true);
    const told = await register({ ...wish, ...(me ? {} : { owner }) }).catch(() => null);
    if (told?.ok && !me) await enter({ identifier: owner.email, password: owner.password });
    setBusy(false);
    if (told?.ok) return setSent(told.value);
    setAnswer(told ?? { ok: false, error: "offline", message: refusal("offline") });
  };

  if (sent) {
    return (
      <div className="flex flex-col gap-4">
        <Banner kind="info" title={t("sentTitle", { name: sent.name })}>
          {t("sentText")}
        </Banner>
        <a className="btn" data-kind="primary" data-size="lg" href={`/a/${sent.slug}/office`}>
          {t("enter")}
        </a>
      </div>
    );
  }
  return (
    <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {answer && !slugTaken && !emailTaken ? <Banner kind="bad">{answer.message}</Banner> : null}
      {before?.decisionReason ? (
        <Banner kind="warn" title={before.name}>
          {t("answered", { reason: before.decisionReason })}
        </Banner>
      ) : null}
      <TextField
        name="name"
        label={t("name")}
        autoComplete="organization"
        maxLength={120}
        defaultValue={before?.name}
        error={errorOf("name")}
        onChange={(event) => (touched ? undefined : setSlug(slugFrom(event.target.value)))}
      />
      <TextField
        name="slug"
        label={t("slug")}
        hint={t("slugHint", { example: `${slug || "nurani"}.${host}` })}
        dir="ltr"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={slug}
        error={slugTaken ?? errorOf("slug")}
        onChange={(event) => {
          setTouched(true);
          setSlug(event.target.value.toLowerCase());
        }}
      />
      <SelectField
        name="country"
        label={t("country")}
        defaultValue={before?.country ?? "ID"}
        error={errorOf("country")}
        options={Object.keys(COUNTRIES).map((code) => ({ value: code, label: countryName(locale, code) }))}
      />
      <TextField
        name="licenceNumber"
        label={t("licence")}
        hint={t("licenceHint")}
        autoComplete="off"
        maxLength={60}
        defaultValue={before?.licenceNumber ?? undefined}
        error={errorOf("licenceNumber")}
      />
      {me ? <p className="text-ink-2">{t("asYou", { name: me })}</p> : <OwnerFields {...{ errorOf, emailTaken }} />}
      <Button type="submit" kind="primary" size="lg" wide busy={busy ? t("busy") : false}>
        {before ? t("again") : t("submit")}
      </Button>
    </Form>
  );
}

type OwnerFieldsProps = { errorOf: (field: string) => string | undefined; emailTaken?: string };

function OwnerFields({ errorOf, emailTaken }: OwnerFieldsProps) {
  const t = useTranslations("platform.register");
  return (
    <fieldset className="flex flex-col gap-4 border-line border-t pt-4">
      <legend className="sr-only">{t("owner")}</legend>
      <TextField
        name="personName"
        label={t("personName")}
        autoComplete="name"
        maxLength={200}
        error={errorOf("owner.name")}
      />
      <TextField
        name="email"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        autoComplete="email"
        dir="ltr"
        error={emailTaken ?? errorOf("owner.email")}
      />
      <TextField
        name="phone"
        type="tel"
        label={t("phone")}
        hint={t("phoneHint")}
        optional
        autoComplete="tel"
        dir="ltr"
        error={errorOf("owner.phone") ?? errorOf("phone")}
      />
      <PasswordField
        name="password"
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="new-password"
        error={errorOf("owner.password") ?? errorOf("password")}
      />
    </fieldset>
  );
}
