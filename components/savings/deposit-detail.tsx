"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusLine } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Key } from "@/components/ui/keys";
import type { Deposit } from "@/lib/savings/contract/deposit";
import { DepositBadge } from "./deposit-badge";
import { useWords } from "./words";

type DepositDetailProps = {
  deposit: Deposit;
  busy: boolean;
  verify: (() => void) | null;
  reject: (() => void) | null;
};

/** One deposit in figures, with what speaks against it. */
export function DepositDetail({ deposit, busy, verify, reject }: DepositDetailProps) {
  const t = useTranslations("savings");
  const common = useTranslations("common");
  const { money, day } = useWords();
  const { personName, planName, amount, method, paidOn, sameProof, lateFor, collection } = deposit;
  return (
    <aside className="flex flex-col justify-between gap-4 border-line border-s p-4">
      <div className="flex min-h-0 flex-col gap-3 lg:overflow-y-auto">
        <div>
          <h2 className="font-semibold text-lg">
            <bdi>{personName}</bdi>
          </h2>
          <p className="text-ink-2">
            <bdi>{planName}</bdi>
          </p>
        </div>
        <p className="tn display text-2xl">{money(amount)}</p>
        <p className="text-ink-2">
          <bdi>{method.name}</bdi>&nbsp;· {day(paidOn)}
        </p>
        <div>
          <DepositBadge state={deposit.state} />
        </div>
        {sameProof > 0 ? <StatusLine status="warn">{t("desk.same", { count: sameProof })}</StatusLine> : null}
        {lateFor ? <StatusLine status="warn">{t("late", { date: day(lateFor.startsOn) })}</StatusLine> : null}
        {collection ? (
          <StatusLine status="scheduled">{t("desk.collective", { name: collection.name })}</StatusLine>
        ) : null}
      </div>
      {verify ? (
        <div className="flex flex-col gap-2">
          <Button
            kind="primary"
            wide
            icon={<Check aria-hidden size={18} />}
            busy={busy && common("saving")}
            onClick={verify}
          >
            {t("desk.verify", { amount: money(amount) })}
            <Key>V</Key>
          </Button>
          {reject ? (
            <Button kind="danger-quiet" wide onClick={reject}>
              {t("desk.reject")}
              <Key>R</Key>
            </Button>
          ) : null}
        </div>
      ) : null}
    </aside>
  );
}
