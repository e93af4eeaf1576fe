"use client";

import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/shell/use-act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, Row } from "@/components/ui/card";
import type { Period } from "@/lib/savings/contract/desk";
import { PeriodForm } from "./period-form";
import { useWords } from "./words";

type Days = { startsOn: string; endsOn: string; closesOn: string };
type PeriodsCardProps = {
  periods: readonly Period[];
  today: string;
  /** Null for whoever only looks. */
  acts: { close: Act<{ id: string }>; open: Act<Days, Period>; move: Act<Days & { id: string }, Period> } | null;
};

/** The buckets of days that deposits are booked into, the latest first. */
export function PeriodsCard({ periods, today, acts }: PeriodsCardProps) {
  const t = useTranslations("savings.setup");
  const common = useTranslations("common");
  const { day } = useWords();
  const { busy, act } = useAct();
  return (
    <Card flush title={t("periods")} aside={acts ? <PeriodForm save={acts.open} /> : null}>
      <p className="px-(--pad-card) pb-4 text-ink-2">{periods.length === 0 ? t("noPeriods") : t("periodText")}</p>
      {periods.map((period) => {
        const { id, startsOn, endsOn, closesOn, closedAt } = period;
        return (
          <Row
            key={id}
            end={
              closedAt ? (
                <Badge status="notYet">{t("closed")}</Badge>
              ) : acts ? (
                <span className="flex flex-wrap justify-end gap-2">
                  <PeriodForm period={period} save={(days) => acts.move({ id, ...days })} />
                  {endsOn < today ? (
                    <Button
                      size="sm"
                      busy={busy && common("saving")}
                      onClick={() => act(() => acts.close({ id }), { said: { text: t("closedNow") } })}
                    >
                      {t("close")}
                    </Button>
                  ) : null}
                </span>
              ) : null
            }
          >
            <p className="tn font-semibold">{t("days", { from: day(startsOn), to: day(endsOn) })}</p>
            {closedAt ? null : <p className="text-ink-2">{t("closes", { date: day(closesOn) })}</p>}
          </Row>
        );
      })}
    </Card>
  );
}
