"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { type Answer, useAnswer } from "./use-answer";

const PATH = "/api/v1/auth/avatar";

async function send(method: "PUT" | "DELETE", body?: FormData): Promise<Answer> {
  const response = await fetch(PATH, { method, body });
  return response.ok ? { ok: true } : { ok: false, ...((await response.json()) as { error: string }) };
}

/** A face beside the name; the server draws it anew before anybody sees it. */
export function PictureForm({ name, avatar }: { name: string; avatar: string | null }) {
  const t = useTranslations("account.picture");
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const { busy, run, problem } = useAnswer();
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    const form = new FormData();
    form.set("file", file);
    if (await run(() => send("PUT", form))) router.refresh();
  };
  const remove = async () => {
    if (await run(() => send("DELETE"))) router.refresh();
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
              <Button kind="ghost" onClick={remove}>
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
