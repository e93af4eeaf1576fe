"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { joinPath } from "@/components/entry/next-path";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import { Form } from "@/components/ui/form";

const LENGTH = 8;

/** A join code typed by hand; it leads to the group's own page. */
export function CodeForm() {
  const t = useTranslations("join.enter");
  const [short, setShort] = useState(false);
  const [code, setCode] = useState("");
  const go = (given: string) => {
    const path = joinPath(given);
    if (path) window.location.assign(path);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShort(code.length < LENGTH);
    if (code.length === LENGTH) go(code);
  };
  return (
    <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <CodeField
        name="code"
        alphabet="letters"
        length={LENGTH}
        label={t("code")}
        hint={t("hint")}
        error={short ? t("short") : null}
        onValue={(value) => {
          setCode(value);
          setShort(false);
        }}
      />
      <Button type="submit" kind="primary" size="lg" wide>
        {t("submit")}
      </Button>
    </Form>
  );
}
