"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { joinPath } from "./next-path";

/** For who belongs nowhere yet: the code leads to the group's own page. */
export function JoinForm() {
  const t = useTranslations("entry.nowhere");
  const required = useTranslations("errors.fields")("required");
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const path = joinPath(new FormData(event.currentTarget).get("code"));
    setMissing(path === null);
    if (path) window.location.assign(path);
  };
  return (
    <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <TextField
        name="code"
        label={t("code")}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
        error={missing ? required : null}
      />
      <Button type="submit" kind="primary" size="lg" wide>
        {t("submit")}
      </Button>
    </Form>
  );
}
