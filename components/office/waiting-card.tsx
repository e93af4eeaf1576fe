import { useTranslations } from "next-intl";
import { RequestRows, type Waiting } from "@/components/groups/request-rows";
import type { Act } from "@/components/journey/use-act";
import { Card } from "@/components/ui/card";

type Decide = Act<{ groupId: string; userId: string }>;
type WaitingCardProps = { requests: readonly Waiting[]; total: number; now: Date; approve: Decide; reject: Decide };

/** What needs somebody today: people at the door. */
export function WaitingCard({ requests, total, now, approve, reject }: WaitingCardProps) {
  const t = useTranslations("office.today");
  return (
    <Card flush title={t("needs")} aside={total > 0 ? total : null}>
      {requests.length === 0 ? (
        <p className="border-line border-t px-(--pad-card) py-4 text-ink-2">{t("needsNothing")}</p>
      ) : (
        <RequestRows requests={requests} now={now.getTime()} showGroup approve={approve} reject={reject} />
      )}
    </Card>
  );
}
