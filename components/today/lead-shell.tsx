"use client";

import { Ellipsis, Map as MapIcon, MessageCircle, Sun, Users } from "lucide-react";
import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { UnreadBadge } from "@/components/chat/unread-badge";
import type { NavItem } from "@/components/shell/nav";
import { PhoneShell } from "@/components/shell/phone-shell";

type LeadShellProps = { agency: string; layout?: "page" | "map"; children: ReactNode };

/** The leader's frame. Map and People stay with the group one looks at; elsewhere they lead to the current one. */
export function LeadShell({ agency, layout, children }: LeadShellProps) {
  const t = useTranslations("shell.nav");
  const { groupId } = useParams<{ groupId?: string }>();
  const home = `/a/${agency}/lead`;
  const group = groupId ? `${home}/groups/${groupId}` : null;
  const items: NavItem[] = [
    { href: home, label: t("today"), icon: <Sun aria-hidden /> },
    { href: group ? `${group}/map` : `${home}/map`, label: t("map"), icon: <MapIcon aria-hidden /> },
    { href: group ? `${group}/roster` : `${home}/people`, label: t("people"), icon: <Users aria-hidden /> },
    { href: group ? `${group}/chat` : `${home}/chat`, label: t("chat"), icon: <Chat agency={agency} /> },
    { href: `${home}/more`, label: t("more"), icon: <Ellipsis aria-hidden /> },
  ];
  return (
    <PhoneShell items={items} layout={layout}>
      {children}
    </PhoneShell>
  );
}

const Chat = ({ agency }: { agency: string }) => (
  <>
    <MessageCircle aria-hidden />
    <UnreadBadge agency={agency} />
  </>
);
