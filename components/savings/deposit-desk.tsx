"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { isForPage } from "@/components/commands/keys";
import { type Act, useAct } from "@/components/journey/use-act";
import { useShown } from "@/components/shell/use-shown";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { toast } from "@/components/ui/toast";
import type { Deposit } from "@/lib/savings/contract/deposit";
import { DepositDetail } from "./deposit-detail";
import { ReasonDialog } from "./reason-dialog";
import { useWords } from "./words";

type DepositDeskProps = {
  agency: string;
  deposits: readonly Deposit[];
  verify: Act<{ id: string }, Deposit> | null;
  reject: Act<{ id: string; reason: string }, Deposit> | null;
  undo: Act<{ id: string }, Deposit>;
};

/** The queue beside the evidence. J and K move, V verifies, R asks why and sends back. */
export function DepositDesk({ agency, deposits, verify, reject, undo }: DepositDeskProps) {
  const t = useTranslations("savings.desk");
  const { money, day } = useWords();
  const { busy, act } = useAct();
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
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
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[20rem_1fr]">
      <Card flush className="overflow-y-auto max-lg:max-h-96 lg:max-h-[max(34rem,100dvh-12rem)]">
        <ul ref={list}>
          {deposits.map((deposit) => (
            <li key={deposit.id}>
              <button
                type="button"
                aria-current={deposit.id === current.id ? "true" : undefined}
                onClick={() => setChosen(deposit.id)}
                className="flex w-full flex-wrap items-center justify-between gap-x-3 border-line border-t px-4 py-3 text-start hover:bg-primary-soft aria-[current]:bg-primary-soft"
              >
                <span className="flex min-w-0 flex-col">
                  <bdi className="font-semibold">{deposit.personName}</bdi>
                  <span className="text-ink-3 text-sm">{day(deposit.paidOn)}</span>
                </span>
                <span className="tn flex-none">{money(deposit.amount)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Card>
      <DepositDetail
        {...{ agency, busy }}
        deposit={current}
        verify={verify && accept}
        reject={reject && (() => setAsking(true))}
      />
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
    </div>
  );
}
