"use client";

import { Command } from "cmdk";
import { Keyboard, Monitor, Moon, Search, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";
import { useTheme } from "@/components/shell/appearance";
import type { NavItem } from "@/components/shell/nav";
import { GroupTag } from "@/components/ui/band";
import { useFoundGroups } from "./use-found-groups";

type CommandListProps = {
  agency: string;
  /** Where groups lie: `<home>/groups/<id>`. */
  home: string;
  pages: readonly NavItem[];
  onOpenChange: (open: boolean) => void;
  onKeys: () => void;
};

const THEMES = [
  ["light", Sun],
  ["dark", Moon],
  ["system", Monitor],
] as const;

/** A list one narrows by typing: pages, groups and acts. */
export function CommandList({ agency, home, pages, onOpenChange, onKeys }: CommandListProps) {
  const t = useTranslations("shell");
  const router = useRouter();
  const [, chooseTheme] = useTheme();
  const [typed, setTyped] = useState("");
  const groups = useFoundGroups(agency, typed);
  const go = (href: string) => {
    onOpenChange(false);
    router.push(href);
  };
  return (
    <Radix.Root open onOpenChange={onOpenChange}>
      <Radix.Portal>
        <div className="veil" data-holds-page />
        <Radix.Content className="commands" aria-describedby={undefined}>
          <Radix.Title className="sr-only">{t("find.label")}</Radix.Title>
          <Command label={t("find.label")} loop>
            <div className="commands-field">
              <Search aria-hidden size={18} className="flex-none text-ink-3" />
              <Command.Input
                value={typed}
                onValueChange={setTyped}
                placeholder={t("find.placeholder")}
                maxLength={120}
              />
            </div>
            <Command.List className="commands-list">
              <Command.Empty className="px-3 py-6 text-center text-ink-2">
                {groups.state === "busy"
                  ? t("find.searching")
                  : t(groups.state === "failed" ? "find.failed" : "find.none")}
              </Command.Empty>
              {groups.data.length > 0 ? (
                <Command.Group heading={t("find.groups")} forceMount>
                  {groups.data.map(({ id, number, name }) => (
                    <Line key={id} value={`group ${id}`} found onSelect={() => go(`${home}/groups/${id}`)}>
                      <GroupTag number={number} size={22} />
                      <bdi>{name}</bdi>
                    </Line>
                  ))}
                </Command.Group>
              ) : null}
              <Command.Group heading={t("find.pages")}>
                {pages.map(({ href, label, icon }) => (
                  <Line key={href} value={label} onSelect={() => go(href)}>
                    {icon}
                    {label}
                  </Line>
                ))}
              </Command.Group>
              <Command.Group heading={t("find.acts")}>
                {THEMES.map(([theme, Icon]) => (
                  <Line
                    key={theme}
                    value={`${t("theme")} ${t(`themes.${theme}`)}`}
                    onSelect={() => {
                      chooseTheme(theme);
                      onOpenChange(false);
                    }}
                  >
                    <Icon aria-hidden />
                    {t("theme")}: {t(`themes.${theme}`)}
                  </Line>
                ))}
                <Line value={t("keys.title")} onSelect={onKeys}>
                  <Keyboard aria-hidden />
                  {t("keys.title")}
                </Line>
              </Command.Group>
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** `found`: the server found it, so it stays whatever the words in it. */
type LineProps = { value: string; found?: boolean; onSelect: () => void; children: ReactNode };

const Line = ({ value, found, onSelect, children }: LineProps) => (
  <Command.Item value={value} forceMount={found} onSelect={onSelect} className="menu-item">
    {children}
  </Command.Item>
);
