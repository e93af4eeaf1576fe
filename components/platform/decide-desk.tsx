"use client";

import { Check, ScrollText } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Segmented } from "@/components/ui/choices";
import { TextArea } from "@/components/ui/field";
import type { Decided } from "@/lib/agencies/contract/platform";
import { formatDate } from "@/lib/i18n/formats";
import { DAY } from "@/lib/kernel/durations";

type DecideDeskProps = {
  id: string;
  name: string;
  /** Server time, ms. */
  now: number;
  approve: Act<{ id: string; trialDays: number; reason?: string }, Decided>;
  reject: Act<{ id: string; reason: string }, Decided>;
  ask: Act<{ id: string; reason: string }, Decided>;
};

/** How long a trial, what the owner is told, and the three decisions. A refusal and a question need their words. */
export function DecideDesk({ id, name, now, approve, reject, ask }: DecideDeskProps) {
  const t = useTranslations("platform.decide");
  const locale = useLocale();
  const router = useRouter();
  const [days, setDays] = useState("30");
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(false);
  const { busy, act } = useAct();
  const reason = note.trim();
  const done = (said: string) => ({ said: { text: said }, done: () => router.push("/admin") });
  const withWords = (use: Act<{ id: string; reason: string }, Decided>, said: string) => {
    setMissing(reason === "");
    if (reason !== "") act(() => use({ id, reason }), done(said));
  };
  const letIn = () =>
    act(() => approve({ id, trialDays: Number(days), ...(reason ? { reason } : {}) }), done(t("approved", { name })));
  const ends = formatDate(locale, new Date(now + Number(days) * DAY), { zone: "UTC" });
  return (
    <>
      <Card title={t("title")}>
        <div className="flex flex-col gap-4">
          <div>
            <p className="mb-1.5 font-label text-sm">{t("trial")}</p>
            <Segmented
              legend={t("trial")}
              value={days}
              onValue={setDays}
              options={["14", "30", "60"].map((value) => ({ value, label: t("days", { count: Number(value) }) }))}
            />
            <p className="mt-1.5 text-ink-2 text-sm">{t("ends", { date: ends })}</p>
          </div>
          <TextArea
            label={t("note")}
            hint={t("noteHint")}
            error={missing ? t("noteMissing") : null}
            rows={3}
            maxLength={1000}
            value={note}
            onChange={(event) => {
              setNote(event.target.value);
              setMissing(false);
            }}
          />
        </div>
      </Card>
      <div className="flex flex-wrap items-center justify-end gap-2.5 border-line border-t pt-4 xl:col-span-2">
        <p className="me-auto flex items-center gap-2 text-ink-2 text-sm">
          <ScrollText aria-hidden size={16} strokeWidth={1.75} className="flex-none" />
          {t("trace")}
        </p>
        <Button kind="danger-quiet" onClick={() => withWords(reject, t("rejected", { name }))}>
          {t("reject")}
        </Button>
        <Button onClick={() => withWords(ask, t("asked", { name }))}>{t("ask")}</Button>
        <Button kind="primary" icon={<Check aria-hidden size={16} />} busy={busy && t("busy")} onClick={letIn}>
          {t("approve", { count: Number(days) })}
        </Button>
      </div>
    </>
  );
}
