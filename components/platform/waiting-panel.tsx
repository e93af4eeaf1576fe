"use client";

import { Activity, CircleX, Clock, Inbox, ListTodo, type LucideIcon, MailX } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { BellRow } from "@/components/notices/bell-row";
import { SidePanel } from "@/components/office/side-panel";
import { LoadingRows } from "@/components/ui/skeleton";
import { EmptyState } from "@/components/ui/states";
import { useNow } from "@/components/ui/use-now";
import { formatAge, formatShortDate } from "@/lib/i18n/formats";
import type { Waiting } from "./read-waiting";

const PLACES: Record<Waiting["kind"], { href: string; icon: LucideIcon }> = {
  agencies: { href: "/admin", icon: Inbox },
  trials: { href: "/admin/trials", icon: Clock },
  probes: { href: "/admin/health", icon: Activity },
  queue: { href: "/admin/health", icon: ListTodo },
  jobs: { href: "/admin/health", icon: CircleX },
  letters: { href: "/admin/outbox?status=failed", icon: MailX },
};

type WaitingPanelProps = { waiting: readonly Waiting[] | null; open: boolean; onOpenChange: (open: boolean) => void };

/** Each kind of what waits, since when, and the way to it. */
export function WaitingPanel({ waiting, open, onOpenChange }: WaitingPanelProps) {
  const t = useTranslations("platform.waiting");
  const bell = useTranslations("shell.bell");
  return (
    <SidePanel title={bell("title")} open={open} onOpenChange={onOpenChange}>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {waiting === null ? <LoadingRows rows={3} /> : null}
        {waiting?.length === 0 ? <EmptyState title={t("none")} text={t("noneText")} /> : null}
        <ul className="flex flex-col divide-y divide-line">
          {(waiting ?? []).map((one) => (
            <WaitingRow key={one.kind} waiting={one} onFollow={() => onOpenChange(false)} />
          ))}
        </ul>
      </div>
    </SidePanel>
  );
}

function WaitingRow({ waiting: { kind, count, at }, onFollow }: { waiting: Waiting; onFollow: () => void }) {
  const t = useTranslations("platform.waiting");
  const locale = useLocale();
  const now = useNow(Date.now());
  const when = at && new Date(at);
  return (
    <BellRow {...PLACES[kind]} onFollow={onFollow}>
      <span className="font-semibold text-md">{t(kind, { count })}</span>
      {when ? (
        <time dateTime={when.toISOString()} className="text-ink-3 text-sm">
          {kind === "trials" ? formatShortDate(locale, when, { zone: "UTC" }) : formatAge(locale, when, now)}
        </time>
      ) : null}
    </BellRow>
  );
}
