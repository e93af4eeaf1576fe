"use client";

import { useTranslations } from "next-intl";
import type { Act } from "@/components/shell/use-act";
import { Badge } from "@/components/ui/badge";
import type { WaitlistEntry } from "@/lib/bookings/contract/waitlist";
import { LeaveQueue } from "./leave-queue";

type WaitTableProps = {
  entries: readonly WaitlistEntry[];
  /** Null for whoever may only look. */
  leave: Act<{ id: string; entryId: string }> | null;
};

/** Who waits, longest first. */
export function WaitTable({ entries, leave }: WaitTableProps) {
  const t = useTranslations("bookings");
  if (entries.length === 0) return <p className="text-ink-2">{t("nobodyWaits")}</p>;
  return (
    <ol className="flex flex-col gap-2">
      {entries.map(({ id, departureId, personName, seats, status }) => (
        <li key={id} className="flex flex-wrap items-center gap-2.5">
          <span className="min-w-0 flex-1 font-semibold">
            <bdi>{personName}</bdi>
          </span>
          <span className="text-ink-2">{t("pilgrims", { count: seats })}</span>
          <Badge status={status === "offered" ? "now" : status === "waiting" ? "waiting" : "cancelled"}>
            {t(`waitStatus.${status}`)}
          </Badge>
          {leave && (status === "waiting" || status === "offered") ? (
            <LeaveQueue departureId={departureId} entryId={id} leave={leave} isDesk />
          ) : null}
        </li>
      ))}
    </ol>
  );
}
