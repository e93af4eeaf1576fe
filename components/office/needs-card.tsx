import { HandCoins, Hourglass, KeyRound, Landmark, ReceiptText, Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { RequestRows, type Waiting } from "@/components/groups/request-rows";
import type { Act } from "@/components/shell/use-act";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";

type Decide = Act<{ groupId: string; userId: string }>;
type NeedsCardProps = {
  home: string;
  /** How many of each wait. */
  waiting: Record<Need, number>;
  /** People at the door of groups. */
  requests: readonly Waiting[];
  total: number;
  now: Date;
  approve: Decide;
  reject: Decide;
};

const NEEDS = [
  { need: "account", icon: Landmark, path: "/settings/payments", isUrgent: true },
  { need: "decisions", icon: Scale, path: "/bookings?view=decisions", isUrgent: true },
  { need: "holds", icon: Hourglass, path: "/bookings?view=holds_today", isUrgent: true },
  { need: "proofs", icon: ReceiptText, path: "/proofs", isUrgent: true },
  { need: "deposits", icon: HandCoins, path: "/savings/proofs", isUrgent: false },
  { need: "permissions", icon: KeyRound, path: "/staff", isUrgent: false },
] as const;
type Need = (typeof NEEDS)[number]["need"];

/** What needs somebody today: each with its verb, the soonest first. */
export function NeedsCard({ home, waiting, requests, total, now, approve, reject }: NeedsCardProps) {
  const t = useTranslations("office.today");
  const shown = NEEDS.filter(({ need }) => waiting[need] > 0);
  const count = shown.length + (total > 0 ? 1 : 0);
  return (
    <Card flush title={t("needs")} aside={count > 0 ? count : null}>
      {count === 0 ? <p className="border-line border-t px-(--pad-card) py-4 text-ink-2">{t("needsNothing")}</p> : null}
      <ul>
        {shown.map(({ need, icon: Icon, path, isUrgent }, i) => (
          <li key={need} className="flex flex-wrap items-start gap-3 border-line border-t px-(--pad-card) py-4">
            <span
              className={`grid size-9 flex-none place-items-center rounded-md ${isUrgent ? "bg-warn-soft text-warn-ink" : "bg-chip text-ink-2"}`}
            >
              <Icon aria-hidden size={18} strokeWidth={1.75} />
            </span>
            <p className="min-w-[min(9rem,100%)] flex-1">
              <span className="block font-semibold">{t(`need.${need}.title`, { count: waiting[need] })}</span>
              <span className="block text-ink-2 text-sm">{t(`need.${need}.text`)}</span>
            </p>
            <LinkButton href={`${home}${path}`} size="sm" kind={i === 0 ? "soft" : "secondary"}>
              {t(`need.${need}.act`)}
            </LinkButton>
          </li>
        ))}
      </ul>
      {requests.length > 0 ? (
        <RequestRows requests={requests} now={now.getTime()} showGroup approve={approve} reject={reject} />
      ) : null}
    </Card>
  );
}
