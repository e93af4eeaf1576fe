"use client";

import { Ellipsis, LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { LocaleSwitch, ThemeSwitch } from "./appearance";

export type Person = {
  name: string;
  /** Role in the reader's words. */
  role: string;
  avatar?: string | undefined;
};
export type AccountLink = { href: string; label: string };
type AccountMenuProps = { person: Person; links?: readonly AccountLink[]; signOut?: () => Promise<void> };

/** Who I am here, language and appearance, and the way out. */
export function AccountMenu({ person, links = [], signOut }: AccountMenuProps) {
  const t = useTranslations("shell");
  return (
    <Popover.Root>
      <Popover.Trigger className="side-item" aria-label={`${t("account")}: ${person.name}`}>
        <Avatar name={person.name} src={person.avatar} size={30} />
        <span className="side-word flex min-w-0 flex-1 flex-col text-start">
          <span className="font-semibold">{person.name}</span>
          <span className="text-xs text-shell-ink-2">{person.role}</span>
        </span>
        <Ellipsis aria-hidden size={16} className="side-word flex-none" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu w-72"
          side="top"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t("account")}
        >
          <div className="flex flex-col gap-3 p-2.5">
            <LocaleSwitch />
            <ThemeSwitch />
          </div>
          {links.map((link) => (
            <Popover.Close key={link.href} asChild>
              <Link href={link.href} className="menu-item">
                {link.label}
              </Link>
            </Popover.Close>
          ))}
          {signOut ? (
            <form action={signOut} className="p-2.5 pt-1">
              <Button type="submit" wide icon={<LogOut aria-hidden size={16} className="mirror" />}>
                {t("signOut")}
              </Button>
            </form>
          ) : null}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
