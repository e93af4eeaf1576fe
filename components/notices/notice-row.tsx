"use client";

import {
  AtSign,
  Building2,
  KeyRound,
  type LucideIcon,
  PiggyBank,
  ReceiptText,
  ShoppingBag,
  Ticket,
  UserPlus,
  Users,
  Wallet,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useNow } from "@/components/ui/use-now";
import { formatAge } from "@/lib/i18n/formats";
import type { NoticeKind } from "@/lib/notices/contract";
import { BellRow } from "./bell-row";
import type { Notice } from "./read-notices";

/** By what it is about, which is how its kind begins. */
const ICONS: Record<string, LucideIcon> = {
  group: Users,
  chat: AtSign,
  invitation: UserPlus,
  agency: Building2,
  trial: Building2,
  access: KeyRound,
  permission: KeyRound,
  savings: PiggyBank,
  withdrawal: PiggyBank,
  booking: Ticket,
  seats: Ticket,
  payment: Wallet,
  refund: Wallet,
  proof: ReceiptText,
  order: ShoppingBag,
};
const iconOf = (kind: NoticeKind) => ICONS[kind.slice(0, kind.indexOf("_"))] ?? Building2;

/** One thing somebody was told: what, how long ago, and the way to it. */
export function NoticeRow({ notice, onFollow }: { notice: Notice; onFollow: () => void }) {
  const t = useTranslations("shell.bell");
  const locale = useLocale();
  const now = useNow(Date.now());
  return (
    <BellRow
      href={notice.href}
      icon={iconOf(notice.kind)}
      onFollow={onFollow}
      whole={notice.kind.startsWith("agency_")}
      end={
        notice.readAt ? null : (
          <span className="badge flex-none bg-primary-soft text-primary-ink" data-size="md">
            {t("unread")}
          </span>
        )
      }
    >
      {/* Written in the reader's language: it runs as the page does, whatever letters it begins with. */}
      <span className={`text-md ${notice.readAt ? "text-ink-2" : "font-semibold"}`}>{notice.text}</span>
      <time dateTime={notice.createdAt} className="text-sm text-ink-3">
        {formatAge(locale, new Date(notice.createdAt), now)}
      </time>
    </BellRow>
  );
}
