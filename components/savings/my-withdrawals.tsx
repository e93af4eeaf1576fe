"use client";

import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/shell/use-act";
import { Badge, type Status } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import type { Withdrawal, WithdrawalState } from "@/lib/savings/contract/out";
import { useWords } from "./words";

const LOOKS: Record<WithdrawalState, Status> = {
  requested: "waiting",
  approved: "ok",
  refused: "bad",
  timed_out: "notYet",
  taken_back: "cancelled",
};

type MyWithdrawalsProps = {
  withdrawals: readonly Withdrawal[];
  zone: string;
  takeBack: Act<{ id: string }, Withdrawal> | null;
};

/** What a saver asked back and what became of it; the request can be taken back while nobody has decided. */
export function MyWithdrawals({ withdrawals, zone, takeBack }: MyWithdrawalsProps) {
  const t = useTranslations("savings.out");
  const { money, date } = useWords();
  const { busy, act } = useAct();
  if (withdrawals.length === 0) return null;
  return (
    <Card flush title={t("mine")} className="print:hidden">
      {withdrawals.map(({ id, amount, state, note, createdAt, mayTakeBack }) => (
        <Row key={id} end={<span className="tn font-semibold">{money(amount)}</span>}>
          <p className="font-semibold">{date(createdAt, zone)}</p>
          <Badge status={LOOKS[state]}>{t(`state.${state}`)}</Badge>
          {note ? <p className="text-ink-2">{note}</p> : null}
          {takeBack && mayTakeBack ? (
            <Button
              className="mt-2"
              busy={busy && t("takingBack")}
              onClick={() => act(() => takeBack({ id }), { said: { text: t("takenBack", { amount: money(amount) }) } })}
            >
              {t("takeBack")}
            </Button>
          ) : null}
        </Row>
      ))}
    </Card>
  );
}
