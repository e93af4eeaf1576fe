"use client";

import { AtSign, Building2, CircleCheck, CircleX, type LucideIcon, UserPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useNow } from "@/components/ui/use-now";
import { formatAge } from "@/lib/i18n/formats";
import type { NoticeKind } from "@/lib/notices/contract";
import { BellRow } from "./bell-row";
import type { Notice } from "./read-notices";

const ICONS: Partial<Record<NoticeKind, LucideIcon>> = {
  group_requested: UserPlus,
  group_approved: CircleCheck,
  group_rejected: CircleX,
  chat_mentioned: AtSign,
  invitation_accepted: UserPlus,
};

/** One thing somebody was told: what, how long ago, and the way to it. */
export function NoticeRow({ notice, onFollow }: { notice: Notice; onFollow: () => void }) {
  const t = useTranslations("shell.bell");
  const locale = useLocale();
  const now = useNow(Date.now());
  return (
    <BellRow
      href={notice.href}
      icon={ICONS[notice.kind] ?? Building2}
      onFollow={onFollow}
      end={
        notice.readAt ? null : (
          <span className="badge flex-none bg-primary-soft text-primary-ink" data-size="md">
            {t("unread")}
          </span>
        )
      }
    >
      <bdi className={`text-md ${notice.readAt ? "text-ink-2" : "font-semibold"}`}>{notice.text}</bdi>
      <time dateTime={notice.createdAt} className="text-sm text-ink-3">
        {formatAge(locale, new Date(notice.createdAt), now)}
      </time>
    </BellRow>
  );
}
