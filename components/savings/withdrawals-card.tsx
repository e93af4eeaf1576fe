"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/journey/use-act";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import type { Withdrawal } from "@/lib/savings/contract/out";
import { ReasonDialog } from "./reason-dialog";
import { useWords } from "./words";

type WithdrawalsCardProps = {
  withdrawals: readonly Withdrawal[];
  approve: Act<{ id: string }> | null;
  refuse: Act<{ id: string; note: string }> | null;
};

/** Who asks for money back; each is answered by somebody who did not ask for it. */
export function WithdrawalsCard({ withdrawals, approve, refuse }: WithdrawalsCardProps) {
  const t = useTranslations("savings.out");
  const common = useTranslations("common");
  const { money } = useWords();
  const { busy, act } = useAct();
  const [asked, setAsked] = useState<Withdrawal | null>(null);
  if (withdrawals.length === 0) return null;
  return (
    <Card flush title={t("title")} className="mt-5">
      {withdrawals.map((one) => {
        const words = { name: one.personName, amount: money(one.amount) };
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
                    onClick={() => act(() => approve({ id: one.id }), { said: { text: t("approved", words) } })}
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
              said: { text: t("refused", { name: asked.personName }) },
              done: () => setAsked(null),
            })
          }
        />
      ) : null}
    </Card>
  );
}
