"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { isForPage } from "@/components/command-list/keys";
import { QueueRow } from "@/components/shell/queue-row";
import { type Act, useAct } from "@/components/shell/use-act";
import { useShown } from "@/components/shell/use-shown";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Keys } from "@/components/ui/keys";
import { EmptyState } from "@/components/ui/states";
import { toast } from "@/components/ui/toast";
import type { Deposit } from "@/lib/savings/contract/deposit";
import { DepositBadge } from "./deposit-badge";
import { DepositDetail } from "./deposit-detail";
import { ProofPicture } from "./proof-picture";
import { ReasonDialog } from "./reason-dialog";
import { useWords } from "./words";

type DepositDeskProps = {
  agency: string;
  deposits: readonly Deposit[];
  verify: Act<{ id: string }, Deposit> | null;
  reject: Act<{ id: string; reason: string }, Deposit> | null;
  undo: Act<{ id: string }, Deposit>;
};

/** The queue beside the evidence. J and K move, V verifies, R asks why and sends back, Z enlarges. */
export function DepositDesk({ agency, deposits, verify, reject, undo }: DepositDeskProps) {
  const t = useTranslations("savings.desk");
  const { money, day } = useWords();
  const { busy, act } = useAct();
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [zoomed, setZoomed] = useState(false);
  const at = Math.max(
    0,
    deposits.findIndex(({ id }) => id === chosen),
  );
  const current = deposits[at];
  const wordsOf = (one: Deposit) => ({ name: one.personName, amount: money(one.amount) });
  const takeBack = (one: Deposit) =>
    act(() => undo({ id: one.id }), { said: { text: t("reopened", wordsOf(one)) }, done: () => setChosen(one.id) });
  const tell = (word: "verified" | "rejected", one: Deposit) => {
    const action = one.undoUntil ? { label: t("undo"), run: () => takeBack(one) } : undefined;
    toast({ text: t(word, wordsOf(one)), kind: "done", ...(action && { action }) });
  };
  const accept = () => {
    if (!current || !verify || busy) return;
    setChosen(deposits[at + 1]?.id ?? null);
    act(() => verify({ id: current.id }), { done: (one) => tell("verified", one) });
  };
  const refuse = (reason: string) => {
    if (!current || !reject) return;
    act(() => reject({ id: current.id, reason }), {
      done: (one) => {
        setAsking(false);
        tell("rejected", one);
      },
    });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isForPage(event)) return;
    const key = event.key.toLowerCase();
    if (key === "j") setChosen(deposits[Math.min(at + 1, deposits.length - 1)]?.id ?? null);
    if (key === "k") setChosen(deposits[Math.max(at - 1, 0)]?.id ?? null);
    if (key === "z") setZoomed((before) => !before);
    // A key held down repeats itself: it would accept the next one too, unseen.
    if (event.repeat) return;
    if (key === "v") accept();
    if (key === "r" && current && reject) setAsking(true);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  const list = useShown(current?.id ?? null);
  if (!current) return <Card>{<EmptyState title={t("emptyTitle")} text={t("emptyText")} />}</Card>;
  return (
    <>
      <div className="card grid overflow-clip lg:h-[max(34rem,100dvh-14.5rem)] lg:grid-cols-[19rem_minmax(0,1fr)_22rem] lg:grid-rows-[minmax(0,1fr)]">
        <ul ref={list} className="overflow-y-auto border-line border-e max-lg:max-h-96">
          {deposits.map((deposit) => (
            <QueueRow
              key={deposit.id}
              name={deposit.personName}
              amount={money(deposit.amount)}
              about={
                <>
                  <bdi>{deposit.planName}</bdi>&nbsp;· {day(deposit.paidOn)}
                </>
              }
              isCurrent={deposit.id === current.id}
              choose={() => setChosen(deposit.id)}
            >
              {deposit.proof ? <DepositBadge state={deposit.state} /> : <Badge status="notYet">{t("noProof")}</Badge>}
            </QueueRow>
          ))}
        </ul>
        <ProofPicture
          {...{ agency, zoomed }}
          proof={current.proof}
          personName={current.personName}
          onZoom={() => setZoomed(!zoomed)}
        />
        <DepositDetail
          busy={busy}
          deposit={current}
          verify={verify && accept}
          reject={reject && (() => setAsking(true))}
        />
      </div>
      {verify ? <Keys text={t("keys")} /> : null}
      <ReasonDialog
        key={current.id}
        title={t("rejectTitle", { name: current.personName })}
        label={t("reason")}
        verb={t("reject")}
        open={asking}
        onOpenChange={setAsking}
        busy={busy}
        send={refuse}
      />
    </>
  );
}
