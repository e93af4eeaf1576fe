"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";

type SubGroupFormProps = {
  value: string | null;
  known: readonly string[];
  busy: string | false;
  onSave: (next: string | null) => void;
};

/** Bus or room, typed or taken from those there are; empty takes it away. */
export function SubGroupForm({ value, known, busy, onSave }: SubGroupFormProps) {
  const t = useTranslations();
  const list = useId();
  const [typed, setTyped] = useState(value ?? "");
  const changed = typed.trim() !== (value ?? "");
  return (
    <Form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) onSave(typed.trim() || null);
      }}
    >
      <TextField
        className="flex-1"
        label={t("groups.roster.subGroup")}
        list={list}
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id={list}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {changed ? (
        <Button type="submit" kind="primary" size="lg" busy={busy} className="mb-0.5">
          {t("common.save")}
        </Button>
      ) : null}
    </Form>
  );
}
