"use client";

import { AtSign, KeyRound, type LucideIcon, MonitorSmartphone, Phone, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type Answer, useAnswer } from "@/components/account/use-answer";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { Form } from "@/components/ui/form";
import type { Key, LoginKeys } from "@/lib/identity/contract";
import { useKeyWords } from "./use-key-words";

type KeysQuestionProps = {
  keys: LoginKeys["others"];
  /** Server time, ms. */
  now: number;
  to: string;
  settle: (input: { keep: Key[] }) => Promise<Answer>;
};

const ICONS: Record<Key, LucideIcon> = {
  password: KeyRound,
  phone: Phone,
  email: AtSign,
  username: UserRound,
  devices: MonitorSmartphone,
};

/** Is the rest of this login yours? All of it in one press; else each by itself, where nothing is ticked for anybody. */
export function KeysQuestion({ keys, now, to, settle }: KeysQuestionProps) {
  const t = useTranslations("entry.yours");
  const wordsOf = useKeyWords(now);
  const { busy, run, problem } = useAnswer();
  const [picking, setPicking] = useState(false);
  const [mine, setMine] = useState<readonly Key[]>([]);
  const heading = useRef<HTMLLegendElement>(null);
  useEffect(() => {
    if (picking) heading.current?.focus();
  }, [picking]);
  const say = async (keep: readonly Key[]) => {
    const settled = await run(async () => {
      const answer = await settle({ keep: [...keep] });
      // Another page of the same person was quicker.
      return !answer.ok && answer.error === "keys_settled" ? { ok: true as const } : answer;
    });
    // A full load: nothing that was read before must stay in memory.
    if (settled) window.location.assign(to);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void say(mine);
  };
  const tick = (key: Key, on: boolean) => setMine((now) => (on ? [...now, key] : now.filter((one) => one !== key)));
  const all = keys.map(({ key }) => key);
  const failed = problem ? <Banner kind="bad">{problem}</Banner> : null;
  if (!picking) {
    return (
      <div className="flex flex-col gap-4">
        {failed}
        <ul className="card">
          {keys.map((one) => {
            const { name, known } = wordsOf(one);
            const Icon = ICONS[one.key];
            return (
              <li key={one.key} className="flex gap-3 border-t border-line p-4 first:border-t-0">
                <Icon aria-hidden size={22} className="mt-0.5 flex-none text-ink-3" />
                <div className="min-w-0">
                  <p className="font-semibold text-md [overflow-wrap:anywhere]">{name}</p>
                  {known ? <p className="text-ink-2 [overflow-wrap:anywhere]">{known}</p> : null}
                </div>
              </li>
            );
          })}
        </ul>
        <p className="text-ink-2">{t("why")}</p>
        <Button kind="primary" size="lg" wide busy={busy ? t("busy") : false} onClick={() => void say(all)}>
          {t("all")}
        </Button>
        <Button size="lg" wide onClick={() => setPicking(true)}>
          {t("some")}
        </Button>
      </div>
    );
  }
  return (
    <Form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {failed}
      <fieldset className="flex flex-col gap-2">
        <legend ref={heading} tabIndex={-1} className="mb-2 font-semibold text-md">
          {t("pick")}
        </legend>
        {keys.map((one) => {
          const { name, known } = wordsOf(one);
          return (
            <Checkbox
              key={one.key}
              name={one.key}
              label={<span className="[overflow-wrap:anywhere]">{name}</span>}
              hint={known}
              checked={mine.includes(one.key)}
              onChange={(event) => tick(one.key, event.target.checked)}
            />
          );
        })}
      </fieldset>
      <p className="text-ink-2">{t("what")}</p>
      <Button
        type="submit"
        kind={mine.length === all.length ? "primary" : "danger"}
        size="lg"
        wide
        busy={busy ? t("busy") : false}
      >
        {t(mine.length === all.length ? "all" : "remove")}
      </Button>
      <Button kind="ghost" onClick={() => setPicking(false)}>
        {t("back")}
      </Button>
    </Form>
  );
}
