"use client";

import { useTranslations } from "next-intl";
import { StatusLine } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Deposit } from "@/lib/savings/contract/deposit";
import { DepositBadge } from "./deposit-badge";
import { ProofPicture } from "./proof-picture";
import { useWords } from "./words";

type DepositDetailProps = {
  agency: string;
  deposit: Deposit;
  busy: boolean;
  verify: (() => void) | null;
  reject: (() => void) | null;
};

/** One deposit beside its evidence, with what speaks against it. */
export function DepositDetail({ agency, deposit, busy, verify, reject }: DepositDetailProps) {
  const t = useTranslations("savings");
  const common = useTranslations("common");
  const { money, day } = useWords();
  const { personName, planName, amount, method, paidOn, sameProof, lateFor, collection } = deposit;
  return (
    <Card>
      <div className="grid gap-5 md:grid-cols-2">
        <ProofPicture {...{ agency, personName }} proof={deposit.proof} />
        <div className="flex flex-col gap-3">
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
            <bdi>{method.name}</bdi> · {day(paidOn)}
          </p>
          <div>
            <DepositBadge state={deposit.state} />
          </div>
          {sameProof > 0 ? <StatusLine status="warn">{t("desk.same", { count: sameProof })}</StatusLine> : null}
          {lateFor ? <StatusLine status="warn">{t("late", { date: day(lateFor.startsOn) })}</StatusLine> : null}
          {collection ? (
            <StatusLine status="scheduled">{t("desk.collective", { name: collection.name })}</StatusLine>
          ) : null}
          {verify ? (
            <div className="mt-auto flex flex-wrap gap-2.5 pt-3">
              <Button kind="primary" busy={busy && common("saving")} onClick={verify}>
                {t("desk.verify", { amount: money(amount) })}
              </Button>
              {reject ? (
                <Button kind="danger-quiet" onClick={reject}>
                  {t("desk.reject")}
                </Button>
              ) : null}
            </div>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
