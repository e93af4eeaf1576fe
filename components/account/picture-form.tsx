"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef, useState } from "react";
import { asAnswer, upload } from "@/components/shell/files";
import { type Answer, useAct } from "@/components/shell/use-act";
import { Avatar } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

const PATH = "/api/v1/auth/avatar";

async function remove(): Promise<Answer<unknown>> {
  const response = await fetch(PATH, { method: "DELETE" });
  const told = await response.json();
  return response.ok ? { ok: true, value: told } : { ok: false, ...told };
}

/** A face beside the name; the server draws it anew before anybody sees it. */
export function PictureForm({ name, avatar }: { name: string; avatar: string | null }) {
  const t = useTranslations("account.picture");
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, act } = useAct();
  const told = { done: () => setProblem(null), refused: setProblem };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (file) act(() => upload(null, PATH, file, "PUT").then(asAnswer), told);
  };
  return (
    <section className="card flex flex-col gap-3 p-(--pad-card)">
      <div className="flex flex-wrap items-center gap-4">
        <Avatar name={name} src={avatar} size={72} />
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <p className="text-lg font-semibold">
            <bdi>{name}</bdi>
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => input.current?.click()} busy={busy ? t("busy") : false}>
              {t("choose")}
            </Button>
            {avatar ? (
              <Button kind="ghost" onClick={() => act(remove, told)}>
                {t("remove")}
              </Button>
            ) : null}
          </div>
        </div>
      </div>
      {problem ? <Banner kind="bad">{problem}</Banner> : null}
      <p className="text-sm text-ink-3">{t("who")}</p>
      <input ref={input} type="file" accept="image/*" className="sr-only" tabIndex={-1} aria-hidden onChange={choose} />
    </section>
  );
}
