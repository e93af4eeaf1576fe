"use client";

import { Eye, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { TextArea, TextField } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import type { AgencyStatus } from "@/lib/agencies/contract/agency";
import type { Decided } from "@/lib/agencies/contract/platform";

type WithReason = Act<{ id: string; reason: string }>;
type AgencyActsProps = {
  id: string;
  name: string;
  slug: string;
  status: AgencyStatus;
  /** A look that lasts. */
  looking: boolean;
  suspend: WithReason;
  reactivate: Act<{ id: string; reason?: string }, Decided>;
  setTrial: Act<{ id: string; trialDays: number }>;
  look: WithReason;
  endLook: Act<{ id: string }>;
  clear: Act<{ id: string }, { people: number }>;
};

/** What the platform may do with an agency where it stands. */
export function AgencyActs(props: AgencyActsProps) {
  const { id, name, slug, status, looking, suspend, reactivate, setTrial, look, endLook, clear } = props;
  const t = useTranslations("platform.acts");
  const { busy, act } = useAct();
  return (
    <Card title={t("title")}>
      <div className="flex flex-col items-start gap-3">
        {status === "suspended" ? (
          <Button
            kind="primary"
            busy={busy && t("busy")}
            onClick={() =>
              act(() => reactivate({ id }), {
                done: (now) =>
                  toast({ text: t(now.status === "expired" ? "backOver" : "reactivated", { name }), kind: "done" }),
              })
            }
          >
            {t("reactivate")}
          </Button>
        ) : null}
        {status === "trial" || status === "expired" ? <TrialDialog id={id} name={name} setTrial={setTrial} /> : null}
        {looking ? (
          <div className="flex flex-wrap items-center gap-2.5">
            <a className="btn" data-kind="primary" data-size="md" href={`/a/${slug}/office`}>
              <Eye aria-hidden size={16} />
              {t("goIn")}
            </a>
            <Button onClick={() => act(() => endLook({ id }), { said: { text: t("lookEnded", { name }) } })}>
              {t("endLook")}
            </Button>
          </div>
        ) : (
          <ReasonDialog {...{ id, name, use: look }} word="look" icon={<Eye aria-hidden size={16} />} />
        )}
        <Button
          icon={<RefreshCw aria-hidden size={16} />}
          onClick={() => act(() => clear({ id }), { said: { text: t("cleared", { name }) } })}
        >
          {t("clear")}
        </Button>
        {status === "trial" || status === "active" || status === "expired" ? (
          <ReasonDialog {...{ id, name, use: suspend }} word="suspend" danger />
        ) : null}
      </div>
    </Card>
  );
}

type ReasonDialogProps = {
  id: string;
  name: string;
  use: WithReason;
  word: "look" | "suspend";
  danger?: boolean;
  icon?: React.ReactNode;
};

/** An act that asks why: the owner reads the answer. */
function ReasonDialog({ id, name, use, word, danger, icon }: ReasonDialogProps) {
  const t = useTranslations("platform.acts");
  const common = useTranslations("common");
  const problem = useTranslations("errors.fields");
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { busy, act } = useAct();
  const send = () => {
    const words = reason.trim();
    setMissing(words === "");
    if (words === "") return;
    act(() => use({ id, reason: words }), {
      said: { text: t(`${word}Done`, { name }) },
      done: () => {
        setOpen(false);
        setReason("");
      },
      refused: setRefused,
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button kind={danger ? "danger-quiet" : "secondary"} icon={icon}>
          {t(word)}
        </Button>
      }
      title={t(`${word}Ask`, { name })}
      text={t(`${word}Text`)}
      actions={(close) => (
        <>
          <Button onClick={close}>{common("cancel")}</Button>
          <Button kind={danger ? "danger" : "primary"} busy={busy && t("busy")} onClick={send}>
            {t(word)}
          </Button>
        </>
      )}
    >
      <TextArea
        label={t("reason")}
        error={missing ? problem("required") : refused}
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}

/** Which end of one day to a year was missed; what is no whole number is as none. */
function boundOf(days: number) {
  if (!Number.isInteger(days) || days < 1) return { word: "too_small", limit: 1 } as const;
  return days > 365 ? ({ word: "too_big", limit: 365 } as const) : null;
}

function TrialDialog({ id, name, setTrial }: Pick<AgencyActsProps, "id" | "name" | "setTrial">) {
  const t = useTranslations("platform.acts");
  const common = useTranslations("common");
  const problem = useTranslations("errors.fields");
  const [open, setOpen] = useState(false);
  const [days, setDays] = useState("30");
  const [bound, setBound] = useState<{ word: "too_small" | "too_big"; limit: number } | null>(null);
  const { busy, act } = useAct();
  const send = () => {
    const trialDays = Number(days);
    const missed = boundOf(trialDays);
    setBound(missed);
    if (missed) return;
    const done = () => setOpen(false);
    act(() => setTrial({ id, trialDays }), { said: { text: t("trialDone", { name }) }, done });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t("trial")}</Button>}
      title={t("trialAsk", { name })}
      actions={(close) => (
        <>
          <Button onClick={close}>{common("cancel")}</Button>
          <Button kind="primary" busy={busy && t("busy")} onClick={send}>
            {t("trial")}
          </Button>
        </>
      )}
    >
      <TextField
        label={t("trialDays")}
        error={bound ? problem(bound.word, { limit: bound.limit }) : null}
        inputMode="numeric"
        maxLength={3}
        value={days}
        onChange={(event) => setDays(event.target.value)}
      />
    </Dialog>
  );
}
