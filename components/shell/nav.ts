import type { ReactNode } from "react";

/** One place to go. `help` is the pilgrim's red-outlined one; `count` tells how much waits there. */
export type NavItem = { href: string; label: string; icon: ReactNode; count?: ReactNode; kind?: "plain" | "help" };
export type NavSection = { id: string; title?: string; items: readonly NavItem[] };

/** The item whose address holds this page; the longest wins, so that /office does not claim /office/groups. */
export function currentHref(items: readonly NavItem[], pathname: string): string | undefined {
  return items
    .map(({ href }) => href)
    .filter((href) => pathname === href || pathname.startsWith(`${href.replace(/\/$/, "")}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}
