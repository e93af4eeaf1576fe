import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { TripState } from "@/lib/groups/contract";

const STATUS = { upcoming: "notYet", running: "now", past: "ok" } as const;

/** Where a group stands in its trip. */
export function StateBadge({ state }: { state: TripState }) {
  const t = useTranslations("groups.state");
  return (
    <Badge status={STATUS[state]} className="whitespace-nowrap">
      {t(state)}
    </Badge>
  );
}
