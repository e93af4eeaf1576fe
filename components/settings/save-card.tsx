"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { toast } from "@/components/ui/toast";

export type SaveState = { details: unknown };
type SaveCardProps<I> = {
  title: string;
  text?: string;
  /** What would be sent now; null where something is missing. */
  wish: () => I | null;
  /** What brings back the state before. */
  before: () => I;
  save?: Act<I>;
  /** After an undo the fields show what is so again. */
  onUndone: () => void;
  children: (details: unknown) => ReactNode;
};

/** Some settings that are saved together: it says when it is done, and takes it back on request. */
export function SaveCard<I>({ title, text, wish, before, save, onUndone, children }: SaveCardProps<I>) {
  const t = useTranslations("agency.settings");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const [details, setDetails] = useState<unknown>(null);
  const { busy, act } = useAct();
  const undo = (last: I) => {
    if (save) act(() => save(last), { said: { text: t("undone") }, done: onUndone });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const next = wish();
    if (!save || busy || next === null) return;
    const last = before();
    act(
      async () => {
        const answer = await save(next);
        setDetails(answer.ok ? null : answer.details);
        return answer;
      },
      {
        done: () => toast({ kind: "done", text: t("saved"), action: { label: t("undo"), run: () => undo(last) } }),
        refused: (message) => toast({ kind: "failed", text: message || errors("offline") }),
      },
    );
  };
  return (
    <Card title={title}>
      <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {text ? <p className="-mt-2 text-ink-2">{text}</p> : null}
        <fieldset disabled={!save} className="flex min-w-0 flex-col gap-4">
          {children(details)}
        </fieldset>
        {save ? (
          <div className="flex justify-end">
            <Button type="submit" kind="primary" busy={busy && common("saving")}>
              {t("save")}
            </Button>
          </div>
        ) : null}
      </Form>
    </Card>
  );
}
