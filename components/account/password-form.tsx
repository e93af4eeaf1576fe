"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { PasswordField } from "@/components/ui/password-field";
import { toast } from "@/components/ui/toast";
import { type Answer, useAnswer } from "./use-answer";

type Change = { currentPassword?: string; newPassword: string };
type PasswordFormProps = {
  hasPassword: boolean;
  /** For password managers: whose password this is. */
  identifier: string;
  change: (input: Change) => Promise<Answer>;
};

export function PasswordForm({ hasPassword, identifier, change }: PasswordFormProps) {
  const t = useTranslations("account.password");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { busy, run, errorOf, problem, failed } = useAnswer();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const current = String(given.get("currentPassword") ?? "");
    const input = { ...(current ? { currentPassword: current } : {}), newPassword: String(given.get("newPassword")) };
    if (!(await run(() => change(input)))) return;
    form.current?.reset();
    toast({ kind: "done", text: t("done") });
    router.refresh();
  };
  return (
    <Card title={t("title")}>
      <Form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {problem && failed?.error !== "validation" ? <Banner kind="bad">{problem}</Banner> : null}
        <input type="text" hidden name="username" autoComplete="username" value={identifier} readOnly />
        {hasPassword ? (
          <PasswordField name="currentPassword" label={t("current")} error={errorOf("currentPassword")} />
        ) : (
          <p className="text-ink-2">{t("none")}</p>
        )}
        <PasswordField
          name="newPassword"
          label={t("next")}
          hint={t("hint")}
          autoComplete="new-password"
          error={errorOf("newPassword")}
        />
        <Button type="submit" kind="primary" className="self-start" busy={busy ? t("submit") : false}>
          {t("submit")}
        </Button>
      </Form>
    </Card>
  );
}
