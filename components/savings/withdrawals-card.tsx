"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/journey/use-act";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import type { Withdrawal } from "@/lib/savings/contract/out";
import { ReasonDialog } from "./reason-dialog";
import { useWords } from "./words";

type WithdrawalsCardProps = {
  withdrawals: readonly Withdrawal[];
  approve: Act<{ id: string }, Withdrawal> | null;
  refuse: Act<{ id: string; note: string }, Withdrawal> | null;
  undo: Act<{ id: string }, Withdrawal>;
};

/** Who asks for money back; each is answered by somebody who did not ask for it. */
export function WithdrawalsCard({ withdrawals, approve, refuse, undo }: WithdrawalsCardProps) {
  const t = useTranslations("savings.out");
  const desk = useTranslations("savings.desk");
  const common = useTranslations("common");
  const { money } = useWords();
  const { busy, act } = useAct();
  const [asked, setAsked] = useState<Withdrawal | null>(null);
  const wordsOf = (one: Withdrawal) => ({ name: one.personName, amount: money(one.amount) });
  const takeBack = (one: Withdrawal) =>
    act(() => undo({ id: one.id }), { said: { text: desk("reopened", wordsOf(one)) } });
  const tell = (word: "approved" | "refused", one: Withdrawal) => {
    const action = one.undoUntil ? { label: desk("undo"), run: () => takeBack(one) } : undefined;
    toast({ text: t(word, wordsOf(one)), kind: "done", ...(action && { action }) });
  };
  if (withdrawals.length === 0) return null;
  return (
    <Card flush title={t("title")} className="mt-5">
      {withdrawals.map((one) => {
        const words = wordsOf(one);
        return (
          <Row
            key={one.id}
            end={
              approve && refuse ? (
                <span className="flex flex-wrap gap-2">
                  <Button
                    size="sm"
                    kind="primary"
                    busy={busy && common("saving")}
                    onClick={() => act(() => approve({ id: one.id }), { done: (decided) => tell("approved", decided) })}
                  >
                    {t("approve", words)}
                  </Button>
                  <Button size="sm" kind="danger-quiet" onClick={() => setAsked(one)}>
                    {t("refuse")}
                  </Button>
                </span>
              ) : (
                <span className="tn">{words.amount}</span>
              )
            }
          >
            <bdi className="font-semibold">{one.personName}</bdi>
            {one.why ? <p className="text-ink-2">{one.why}</p> : null}
          </Row>
        );
      })}
      {asked && refuse ? (
        <ReasonDialog
          title={t("refuseTitle", { name: asked.personName })}
          label={t("note")}
          verb={t("refuse")}
          open
          onOpenChange={(open) => setAsked(open ? asked : null)}
          busy={busy}
          send={(note) =>
            act(() => refuse({ id: asked.id, note }), {
              done: (decided) => {
                setAsked(null);
                tell("refused", decided);
              },
            })
          }
        />
      ) : null}
    </Card>
  );
}
