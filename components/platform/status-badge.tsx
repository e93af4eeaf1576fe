import { useTranslations } from "next-intl";
import { Badge, type Status } from "@/components/ui/badge";
import type { AgencyStatus } from "@/lib/agencies/contract/agency";

const LOOK: Record<AgencyStatus, Status> = {
  pending: "waiting",
  trial: "scheduled",
  active: "ok",
  rejected: "cancelled",
  suspended: "bad",
  expired: "warn",
};

/** Where an agency stands. */
export function AgencyBadge({ status }: { status: AgencyStatus }) {
  const t = useTranslations("platform.status");
  return (
    <Badge status={LOOK[status]} className="whitespace-nowrap">
      {t(status)}
    </Badge>
  );
}
