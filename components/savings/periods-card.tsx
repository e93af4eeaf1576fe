"use client";

import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/journey/use-act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import type { Period } from "@/lib/savings/contract/desk";
import { useWords } from "./words";

type PeriodsCardProps = { periods: readonly Period[]; today: string; close: Act<{ id: string }> | null };

/** The buckets of days that deposits are booked into, the latest first. */
export function PeriodsCard({ periods, today, close }: PeriodsCardProps) {
  const t = useTranslations("savings.setup");
  const common = useTranslations("common");
  const { day } = useWords();
  const { busy, act } = useAct();
  return (
    <Card flush title={t("periods")}>
      <p className="px-(--pad-card) pb-4 text-ink-2">{periods.length === 0 ? t("noPeriods") : t("periodText")}</p>
      {periods.map(({ id, startsOn, endsOn, closesOn, closedAt }) => (
        <Row
          key={id}
          end={
            closedAt ? (
              <Badge status="notYet">{t("closed")}</Badge>
            ) : close && endsOn < today ? (
              <Button
                size="sm"
                busy={busy && common("saving")}
                onClick={() => act(() => close({ id }), { said: { text: t("closedNow") } })}
              >
                {t("close")}
              </Button>
            ) : null
          }
        >
          <p className="tn font-semibold">{t("days", { from: day(startsOn), to: day(endsOn) })}</p>
          {closedAt ? null : <p className="text-ink-2">{t("closes", { date: day(closesOn) })}</p>}
        </Row>
      ))}
    </Card>
  );
}
