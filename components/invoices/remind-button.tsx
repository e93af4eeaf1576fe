"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { formatMoment } from "@/lib/i18n/formats";
import type { Reminder } from "@/lib/invoices/contract/invoice";

type RemindButtonProps = {
  /** The invoice, or what it is for. */
  id: string;
  zone: string;
  remind: Act<{ id: string }, { reminder: Reminder }>;
  remindedAt?: Date | null;
  kind?: "primary" | "secondary";
};

/** Asks whoever pays for what is due, says by which way they hear it, and when that was last done. */
export function RemindButton({ id, zone, remind, remindedAt = null, kind = "secondary" }: RemindButtonProps) {
  const t = useTranslations("reminders");
  const common = useTranslations("common");
  const locale = useLocale();
  const { busy, act } = useAct();
  const [told, setTold] = useState<Date | null>(null);
  const last = told ?? remindedAt;
  const refused = (text: string, details: unknown) => {
    const { at } = (details ?? {}) as { at?: string };
    if (at) setTold(new Date(at));
    toast({ text, kind: "failed" });
  };
  const done = ({ reminder: { at, name, by } }: { reminder: Reminder }) => {
    setTold(at);
    toast({ text: t("said", { name, by }), kind: "done" });
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Button
        kind={kind}
        wide
        busy={busy && common("saving")}
        onClick={() => act(() => remind({ id }), { done, refused })}
      >
        {t("send")}
      </Button>
      {last ? <p className="text-ink-2 text-sm">{t("last", { time: formatMoment(locale, last, { zone }) })}</p> : null}
    </div>
  );
}
