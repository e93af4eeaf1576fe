"use client";

import { Command } from "cmdk";
import { Keyboard, Monitor, Moon, Search, Sun, SunMedium } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { useState } from "react";
import { useTheme } from "@/components/shell/appearance";
import type { NavItem } from "@/components/shell/nav";
import { FoundLines } from "./found-lines";
import { Line } from "./line";
import { useFound } from "./use-found";

type CommandListProps = {
  agency: string;
  /** Where groups lie: `<home>/groups/<id>`. */
  home: string;
  pages: readonly NavItem[];
  onOpenChange: (open: boolean) => void;
  onKeys: () => void;
};

const EMPTY = { still: "find.none", busy: "find.searching", failed: "find.failed" } as const;
const THEMES = [
  ["light", Sun],
  ["dark", Moon],
  ["system", Monitor],
  ["sun", SunMedium],
] as const;

/** A list one narrows by typing: pages, groups and acts. */
export function CommandList({ agency, home, pages, onOpenChange, onKeys }: CommandListProps) {
  const t = useTranslations("shell");
  const router = useRouter();
  const [, chooseTheme] = useTheme();
  const [typed, setTyped] = useState("");
  const things = useFound(agency, typed);
  const q = typed.trim().toLocaleLowerCase();
  const fits = (words: string) => words.toLocaleLowerCase().includes(q);
  const found = pages.filter(({ label }) => fits(label));
  const themes = THEMES.filter(([theme]) => fits(`${t("theme")} ${t(`themes.${theme}`)}`));
  const keys = fits(t("keys.title"));
  const count = things.groups.length + things.people.length + things.bookings.length;
  const isEmpty = count + found.length + themes.length === 0 && !keys;
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
          <Command label={t("find.label")} loop shouldFilter={false}>
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
              {isEmpty ? (
                <p role="status" className="px-3 py-6 text-center text-ink-2">
                  {t(EMPTY[things.state])}
                </p>
              ) : null}
              <FoundLines found={things} home={home} go={go} />
              {found.length > 0 ? (
                <Command.Group heading={t("find.pages")}>
                  {found.map(({ href, label, icon }) => (
                    <Line key={href} value={`page ${href}`} onSelect={() => go(href)}>
                      {icon}
                      {label}
                    </Line>
                  ))}
                </Command.Group>
              ) : null}
              {themes.length > 0 || keys ? (
                <Command.Group heading={t("find.acts")}>
                  {themes.map(([theme, Icon]) => (
                    <Line
                      key={theme}
                      value={`theme ${theme}`}
                      onSelect={() => {
                        chooseTheme(theme);
                        onOpenChange(false);
                      }}
                    >
                      <Icon aria-hidden />
                      {t("theme")}: {t(`themes.${theme}`)}
                    </Line>
                  ))}
                  {keys ? (
                    <Line value="keys" onSelect={onKeys}>
                      <Keyboard aria-hidden />
                      {t("keys.title")}
                    </Line>
                  ) : null}
                </Command.Group>
              ) : null}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
