"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useCity } from "@/components/groups/use-city";
import { zonesWith } from "@/components/groups/zones";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { toast } from "@/components/ui/toast";
import { localeNames, spokens } from "@/lib/i18n/locales";
import { type Answer, useAnswer } from "./use-answer";

type Me = { name: string; locale: string; timeZone?: string };
type Profile = { name: string; locale: never; timeZone?: string };

/** What people say about themselves. */
export function ProfileForm({ me, save }: { me: Me; save: (input: Profile) => Promise<Answer> }) {
  const t = useTranslations("account.profile");
  const cityOf = useCity();
  const router = useRouter();
  const { busy, run, errorOf, problem, failed } = useAnswer();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const timeZone = String(form.get("timeZone"));
    const given = {
      name: String(form.get("name")),
      locale: form.get("locale") as never,
      ...(timeZone ? { timeZone } : {}),
    };
    if (!(await run(() => save(given)))) return;
    toast({ kind: "done", text: t("saved") });
    router.refresh();
  };
  return (
    <Card title={t("title")}>
      <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {problem && failed?.error !== "validation" ? <Banner kind="bad">{problem}</Banner> : null}
        <TextField
          name="name"
          label={t("name")}
          defaultValue={me.name}
          autoComplete="name"
          maxLength={200}
          error={errorOf("name")}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="locale"
            label={t("locale")}
            hint={t("localeHint")}
            defaultValue={me.locale}
            options={spokens.map((value) => ({ value, label: localeNames[value] }))}
          />
          <SelectField
            name="timeZone"
            label={t("zone")}
            defaultValue={me.timeZone ?? ""}
            options={[
              ...(me.timeZone ? [] : [{ value: "", label: t("zoneNone") }]),
              ...zonesWith(me.timeZone).map((value) => ({ value, label: cityOf(value) })),
            ]}
          />
        </div>
        <Button type="submit" kind="primary" className="self-start" busy={busy ? t("busy") : false}>
          {t("save")}
        </Button>
      </Form>
    </Card>
  );
}
