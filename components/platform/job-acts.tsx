"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { toast } from "@/components/ui/toast";

type OfOne = Act<{ id: string }, void>;
export type JobActsProps = { id: string; task: string; retry: OfOne; drop: OfOne };

/** Sends one job back, or gives it up for good. */
export function JobActs({ id, task, retry, drop }: JobActsProps) {
  const t = useTranslations("platform.jobs");
  const [asking, setAsking] = useState(false);
  const common = useTranslations("common");
  const { busy, act } = useAct();
  return (
    <div className="flex flex-wrap gap-2.5">
      <Button
        busy={busy && common("saving")}
        onClick={() => act(() => retry({ id }), { said: { text: t("retried", { count: 1 }) } })}
      >
        {t("retry")}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        trigger={<Button kind="danger-quiet">{t("drop")}</Button>}
        title={t("dropAsk", { task })}
        text={t("dropText")}
        keep={t("keep")}
        verb={t("drop")}
        busy={busy && common("saving")}
        go={(close) => act(() => drop({ id }), { said: { text: t("dropped") }, done: close })}
      />
    </div>
  );
}

/** Sends all of them back. */
export function RetryAll({ retryAll }: { retryAll: Act<Record<string, never>, { count: number }> }) {
  const t = useTranslations("platform.jobs");
  const common = useTranslations("common");
  const { busy, act } = useAct();
  const done = ({ count }: { count: number }) => toast({ text: t("retried", { count }), kind: "done" });
  return (
    <Button
      icon={<RotateCcw aria-hidden size={16} />}
      busy={busy && common("saving")}
      onClick={() => act(() => retryAll({}), { done })}
    >
      {t("retryAll")}
    </Button>
  );
}
