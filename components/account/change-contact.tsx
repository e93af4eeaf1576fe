"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { apart } from "@/components/entry/next-path";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import { PhoneField } from "@/components/ui/phone-field";
import { toast } from "@/components/ui/toast";
import type { DialCountry } from "@/lib/i18n/phone";
import type { Contact } from "@/lib/identity/contract";
import { type Answer, useAnswer } from "./use-answer";

type Wish = { phone?: string; email?: string; currentPassword?: string };
export type ChangeActs = {
  change: (wish: Wish) => Promise<Answer>;
  confirmChange: (input: { contact: Contact; code: string }) => Promise<Answer>;
};
type ChangeContactProps = ChangeActs & {
  contact: Contact;
  /** Takes the place of one that is there. */
  isThere: boolean;
  hasPassword: boolean;
  country: DialCountry;
};

/** Another number or address: where to, with one's password, and then the six digits that were sent there. */
export function ChangeContact({ contact, isThere, ...rest }: ChangeContactProps) {
  const t = useTranslations("account.contacts");
  const [open, setOpen] = useState(false);
  const title = t(contact === "phone" ? (isThere ? "changePhone" : "addPhone") : isThere ? "changeEmail" : "addEmail");
  return (
    <Dialog
      title={title}
      focusSelf
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" kind={isThere ? "ghost" : undefined} aria-label={title}>
          {isThere ? t("change") : title}
        </Button>
      }
    >
      <Steps {...{ contact, isThere, ...rest }} close={() => setOpen(false)} />
    </Dialog>
  );
}

type StepsProps = ChangeContactProps & { close: () => void };

function Steps({ contact, isThere, hasPassword, country, change, confirmChange, close }: StepsProps) {
  const [sent, setSent] = useState<Wish | null>(null);
  return sent ? (
    <CodeStep {...{ contact, change, confirmChange, close }} sent={sent} />
  ) : (
    <WishStep {...{ contact, isThere, hasPassword, country, change, setSent }} />
  );
}

/** As a refusal of the server names it, so that both read the same. */
const missing = (contact: Contact): Answer => ({
  ok: false,
  error: "validation",
  details: { fields: { [contact]: ["required"] } },
});

type WishStepProps = Omit<ChangeContactProps, "confirmChange"> & {
  setSent: (wish: Wish) => void;
};

function WishStep({ contact, isThere, hasPassword, country, change, setSent }: WishStepProps) {
  const t = useTranslations("account.contacts");
  const { busy, run, errorOf, problem, failed } = useAnswer();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const password = String(given.get("currentPassword") ?? "");
    const value = String(given.get(contact) ?? "").trim();
    const wish = { [contact]: value, ...(password ? { currentPassword: password } : {}) };
    if (await run(async () => (value ? change(wish) : missing(contact)))) setSent(wish);
  };
  return (
    <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <p className="text-ink-2">{t(isThere ? "changeText" : "addText")}</p>
      {problem && failed?.error !== "validation" ? <Banner kind="bad">{problem}</Banner> : null}
      {contact === "phone" ? (
        <PhoneField name="phone" label={t("newPhone")} country={country} error={errorOf("phone")} />
      ) : (
        <TextField
          name="email"
          type="email"
          label={t("newEmail")}
          autoComplete="email"
          dir="ltr"
          maxLength={254}
          error={errorOf("email")}
        />
      )}
      {hasPassword ? (
        <PasswordField
          name="currentPassword"
          label={t("password")}
          autoComplete="current-password"
          error={errorOf("currentPassword")}
        />
      ) : null}
      <Button type="submit" kind="primary" size="lg" wide busy={busy ? t("sending") : false}>
        {t("next")}
      </Button>
    </Form>
  );
}

type CodeStepProps = Pick<StepsProps, "contact" | "change" | "confirmChange" | "close"> & { sent: Wish };

function CodeStep({ contact, change, confirmChange, close, sent }: CodeStepProps) {
  const t = useTranslations("account.contacts");
  const router = useRouter();
  const { busy, run, problem } = useAnswer();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "");
    if (!(await run(() => confirmChange({ contact, code })))) return;
    close();
    toast({ kind: "done", text: t("moved") });
    router.refresh();
  };
  return (
    <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {problem ? <Banner kind="bad">{problem}</Banner> : null}
      <CodeField name="code" label={t("code", { contact: apart(sent[contact] ?? "") })} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" busy={busy ? t("sending") : false}>
          {t("submit")}
        </Button>
        <Button kind="ghost" onClick={() => run(() => change(sent))}>
          {t("again")}
        </Button>
      </div>
    </Form>
  );
}
