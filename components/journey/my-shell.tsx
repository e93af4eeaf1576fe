import { LifeBuoy, Map as MapIcon, MessageCircle, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { UnreadBadge } from "@/components/chat/unread-badge";
import type { NavItem } from "@/components/shell/nav";
import { PhoneShell } from "@/components/shell/phone-shell";

type MyShellProps = { agency: string; layout?: "page" | "map"; children: ReactNode };

/** The pilgrim's frame. Help is always last and always in the same corner. */
export function MyShell({ agency, layout, children }: MyShellProps) {
  const t = useTranslations("shell.nav");
  const home = `/a/${agency}/my`;
  const items: NavItem[] = [
    { href: home, label: t("today"), icon: <Sun aria-hidden /> },
    { href: `${home}/map`, label: t("map"), icon: <MapIcon aria-hidden /> },
    { href: `${home}/messages`, label: t("messages"), icon: <Messages agency={agency} /> },
    { href: `${home}/help`, label: t("help"), icon: <LifeBuoy aria-hidden />, kind: "help" },
  ];
  return (
    <PhoneShell items={items} layout={layout}>
      {children}
    </PhoneShell>
  );
}

const Messages = ({ agency }: { agency: string }) => (
  <>
    <MessageCircle aria-hidden />
    <UnreadBadge agency={agency} />
  </>
);
