"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { CodeField } from "@/components/ui/code-field";
import { Form } from "@/components/ui/form";
import { toast } from "@/components/ui/toast";
import type { JoinOutcome } from "@/lib/groups/contract";

const LENGTH = 8;
export type Join = Act<{ code: string }, { outcome: JoinOutcome; group: { number: number } }>;

/** The way into a group: eight letters and digits from its leader. */
export function JoinCard({ join, again }: { join: Join; again: boolean }) {
  const t = useTranslations("groups.join");
  const own = useTranslations("my.join");
  const { busy, act } = useAct();
  const [code, setCode] = useState("");
  const [error, setError] = useState<string | null>(null);
  const send = () => {
    if (code.length < LENGTH) return setError(own("short"));
    act(() => join({ code }), {
      refused: setError,
      done: ({ outcome, group }) => {
        setCode("");
        toast({ text: t(outcome, { number: String(group.number) }), kind: "done" });
      },
    });
  };
  return (
    <section className="card flex flex-col gap-4 p-(--pad-card)">
      <h2 className="text-lg font-semibold">{again ? own("again") : t("title")}</h2>
      <Form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <CodeField
          name="code"
          label={t("code")}
          hint={t("hint")}
          length={LENGTH}
          alphabet="letters"
          error={error}
          onValue={(next) => {
            setCode(next);
            setError(null);
          }}
        />
        <Button type="submit" kind={again ? "secondary" : "primary"} size="xl" wide busy={busy && own("working")}>
          {t("act")}
        </Button>
      </Form>
    </section>
  );
}
