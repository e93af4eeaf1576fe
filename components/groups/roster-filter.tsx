"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Choose } from "./choose";
import { type RosterQuery, rosterHref } from "./roster-query";
import { useSearch } from "./use-search";

/** Finds people in the roster by name and role. */
export function RosterFilter({ home, query }: { home: string; query: RosterQuery }) {
  const t = useTranslations("office.roster");
  const words = useTranslations("groups");
  const router = useRouter();
  const [busy, start] = useTransition();
  const go = (change: Partial<RosterQuery>) =>
    start(() => router.replace(rosterHref(home, query, change), { scroll: false }));
  const [typed, setTyped] = useSearch(query.q, (q) => go({ q }));
  return (
    <search className="flex flex-wrap gap-2" aria-busy={busy}>
      <label className="box w-auto min-w-44 flex-1">
        <Search aria-hidden size={16} className="flex-none text-ink-3" />
        <span className="sr-only">{words("roster.search")}</span>
        <input
          type="search"
          placeholder={words("roster.search")}
          maxLength={120}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <Choose
        label={t("role")}
        value={query.role ?? ""}
        onValue={(role) => go({ role: (role || undefined) as RosterQuery["role"] })}
        options={[
          { value: "", label: t("everybody") },
          ...(["leader", "helper", "pilgrim"] as const).map((role) => ({ value: role, label: words(`role.${role}`) })),
        ]}
      />
    </search>
  );
}
