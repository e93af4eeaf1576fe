import { Activity, BarChart3, Building2, Clock, EyeOff, Inbox, ScrollText, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AccountMenu } from "@/components/shell/account-menu";
import type { NavSection } from "@/components/shell/nav";
import { OfficeDrawer } from "@/components/shell/office-drawer";
import { SideCount } from "@/components/shell/side-count";
import { SideNav } from "@/components/shell/side-nav";
import { SkipLink } from "@/components/shell/skip-link";
import { Mark } from "@/components/ui/mark";
import { PlatformBell } from "./platform-bell";
import "./platform.css";

type PlatformShellProps = {
  person: string;
  avatar?: string | undefined;
  waiting: number;
  trialsEnding: number;
  signOut: () => Promise<void>;
  children: ReactNode;
};

/** The platform's frame: its own side bar, and a word on what is closed here. */
export function PlatformShell({ person, avatar, waiting, trialsEnding, signOut, children }: PlatformShellProps) {
  const t = useTranslations("platform");
  const shell = useTranslations("shell.nav");
  const sections: NavSection[] = [
    {
      id: "platform",
      items: [
        {
          href: "/admin",
          label: t("nav.approvals"),
          icon: <Inbox aria-hidden />,
          count: <SideCount count={waiting} />,
        },
        { href: "/admin/agencies", label: t("nav.agencies"), icon: <Building2 aria-hidden /> },
        {
          href: "/admin/trials",
          label: t("nav.trials"),
          icon: <Clock aria-hidden />,
          count: <SideCount count={trialsEnding} />,
        },
        { href: "/admin/statistics", label: t("nav.statistics"), icon: <BarChart3 aria-hidden /> },
        { href: "/admin/health", label: t("nav.health"), icon: <Activity aria-hidden /> },
        { href: "/admin/outbox", label: shell("outbox"), icon: <Send aria-hidden /> },
        { href: "/admin/audit", label: t("nav.audit"), icon: <ScrollText aria-hidden /> },
      ],
    },
  ];
  const name = (
    <div className="flex items-center gap-2.5 px-1.5 py-1">
      <Mark size={34} tile />
      <div className="side-word min-w-0">
        <div className="leading-tight font-semibold text-shell-ink">Qafila</div>
        <div className="text-xs text-shell-ink-2">{t("name")}</div>
      </div>
    </div>
  );
  const links = [{ href: "/account?from=/admin", label: useTranslations("account")("title") }];
  const foot = (
    <>
      <p className="side-word flex w-0 min-w-full gap-2.5 rounded-lg bg-shell-on p-3 text-sm text-shell-ink">
        <EyeOff aria-hidden size={18} strokeWidth={1.75} className="mt-0.5 flex-none" />
        {t("closed")}
      </p>
      <AccountMenu person={{ name: person, role: t("role"), avatar }} links={links} signOut={signOut} />
    </>
  );
  return (
    <div className="office platform" data-density="compact">
      <SkipLink />
      <header className="office-top text-shell-ink">
        <OfficeDrawer sections={sections} head={name} foot={<div className="flex flex-col gap-3">{foot}</div>} />
        <span className="min-w-0 flex-1 font-semibold">Qafila&nbsp;· {t("name")}</span>
        <PlatformBell look="icon" />
      </header>
      <aside className="office-side">
        {name}
        <PlatformBell look="side" />
        <div className="min-h-0 flex-1 overflow-y-auto py-1">
          <SideNav sections={sections} />
        </div>
        <div className="flex flex-col gap-3">{foot}</div>
      </aside>
      <main id="content" tabIndex={-1} className="office-page">
        {children}
      </main>
    </div>
  );
}
