import { useTranslations } from "next-intl";
import { Badge, type Status } from "@/components/ui/badge";
import type { DepositState } from "@/lib/savings/contract/deposit";
import type { PlanState } from "@/lib/savings/contract/plan";

const LOOKS: Record<DepositState, Status> = {
  submitted: "waiting",
  in_review: "waiting",
  verified: "ok",
  rejected: "bad",
};
const PLAN_LOOKS: Record<PlanState, Status> = { active: "scheduled", dormant: "notYet", closed: "cancelled" };

export function DepositBadge({ state }: { state: DepositState }) {
  return <Badge status={LOOKS[state]}>{useTranslations("savings.state")(state)}</Badge>;
}

export function PlanBadge({ state }: { state: PlanState }) {
  return <Badge status={PLAN_LOOKS[state]}>{useTranslations("savings.planState")(state)}</Badge>;
}
