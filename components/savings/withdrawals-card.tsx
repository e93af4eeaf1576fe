"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import type { Withdrawal } from "@/lib/savings/contract/out";
import { ReasonDialog } from "./reason-dialog";
import { useWords } from "./words";

type Acts = {
  approve: Act<{ id: string }, Withdrawal>;
  refuse: Act<{ id: string; note: string }, Withdrawal>;
  takeBack: Act<{ id: string }, Withdrawal>;
  undo: Act<{ id: string }, Withdrawal>;
};
/** No acts in an agency that is read only. */
type WithdrawalsCardProps = { withdrawals: readonly Withdrawal[]; acts: Acts | null };

/** Who asks for money back; each is answered by somebody who did not ask for it. */
export function WithdrawalsCard({ withdrawals, acts }: WithdrawalsCardProps) {
  const t = useTranslations("savings.out");
  const desk = useTranslations("savings.desk");
  const common = useTranslations("common");
  const { money } = useWords();
  const { busy, act } = useAct();
  const [asked, setAsked] = useState<Withdrawal | null>(null);
  const wordsOf = (one: Withdrawal) => ({ name: one.personName, amount: money(one.amount) });
  const tell = (word: "approved" | "refused", one: Withdrawal, { undo }: Acts) => {
    const reopen = () => act(() => undo({ id: one.id }), { said: { text: desk("reopened", wordsOf(one)) } });
    const action = one.undoUntil ? { label: desk("undo"), run: reopen } : undefined;
    toast({ text: t(word, wordsOf(one)), kind: "done", ...(action && { action }) });
  };
  const verbs = (one: Withdrawal, acts: Acts) => (
    <span className="flex flex-wrap gap-2">
      {one.mayDecide ? (
        <>
          <Button
            size="sm"
            kind="primary"
            busy={busy && common("saving")}
            onClick={() => act(() => acts.approve({ id: one.id }), { done: (now) => tell("approved", now, acts) })}
          >
            {t("approve", wordsOf(one))}
          </Button>
          <Button size="sm" kind="danger-quiet" onClick={() => setAsked(one)}>
            {t("refuse")}
          </Button>
        </>
      ) : (
        <Button
          size="sm"
          busy={busy && t("takingBack")}
          onClick={() => act(() => acts.takeBack({ id: one.id }), { said: { text: t("deskTakenBack", wordsOf(one)) } })}
        >
          {t("takeBack")}
        </Button>
      )}
    </span>
  );
  if (withdrawals.length === 0) return null;
  return (
    <Card flush title={t("title")} className="mt-5">
      {withdrawals.map((one) => (
        <Row key={one.id} end={acts && (one.mayDecide || one.mayTakeBack) ? verbs(one, acts) : null}>
          <bdi className="font-semibold">{one.personName}</bdi>
          <p className="tn">{money(one.amount)}</p>
          <p>
            {t("to")} <bdi>{[one.account.bankName, one.account.number, one.account.holder].join("\u00a0· ")}</bdi>
          </p>
          {one.why ? <p className="text-ink-2">{one.why}</p> : null}
        </Row>
      ))}
      {asked && acts ? (
        <ReasonDialog
          title={t("refuseTitle", { name: asked.personName })}
          label={t("note")}
          verb={t("refuse")}
          open
          onOpenChange={(open) => setAsked(open ? asked : null)}
          busy={busy}
          send={(note) =>
            act(() => acts.refuse({ id: asked.id, note }), {
              done: (now) => {
                setAsked(null);
                tell("refused", now, acts);
              },
            })
          }
        />
      ) : null}
    </Card>
  );
}
