"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";

/** A form as it is typed: text by the name of its field. */
export type Draft = Record<string, string>;
/** What a draft means, or the fields that can't be read. */
export type Read<W> = { wish: W } | { wrong: string[] };

type DraftForm<W, R> = {
  start: () => Draft;
  read: (draft: Draft) => Read<W>;
  save: Act<W, R>;
  done?: (kept: R) => void;
};

/** A form that is read as a whole when it is sent: what can't be read is named at its field and nothing is lost. */
export function useDraft<W, R>({ start, read, save, done }: DraftForm<W, R>) {
  const t = useTranslations("packages");
  const { busy, act } = useAct();
  const [draft, setDraft] = useState(start);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const field = (name: string) => ({
    value: draft[name] ?? "",
    error: wrong.includes(name) ? t(draft[name]?.trim() ? "unreadable" : "missing") : undefined,
    onChange: (event: { target: { value: string } }) => {
      setDraft({ ...draft, [name]: event.target.value });
      setWrong(wrong.filter((one) => one !== name));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = read(draft);
    setRefused(null);
    setWrong("wrong" in found ? found.wrong : []);
    if ("wrong" in found) return setRefused(t("unreadableSome"));
    act(() => save(found.wish), { said: { text: t("saved") }, done, refused: setRefused });
  };
  return { draft, setDraft, field, submit, refused, saving: busy && t("save") };
}

export type FieldOf = ReturnType<typeof useDraft>["field"];
