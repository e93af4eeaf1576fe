"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Choose } from "@/components/groups/choose";
import { useSearch } from "@/components/groups/use-search";
import type { PlanSort, PlanState } from "@/lib/savings/contract/plan";
import { type PlansQuery, plansHref } from "./plans-query";

/** Search, state and order; the list follows while one types. */
export function PlansFilter({ home, query }: { home: string; query: PlansQuery }) {
  const t = useTranslations("savings.office");
  const states = useTranslations("savings.planState");
  const router = useRouter();
  const [busy, start] = useTransition();
  const go = (change: Partial<PlansQuery>) => start(() => router.replace(plansHref(home, query, change)));
  const [typed, setTyped] = useSearch(query.q, (q) => go({ q }));
  return (
    <search className="mb-4 flex flex-wrap gap-2" aria-busy={busy}>
      <label className="box w-auto min-w-56 flex-1 md:flex-none">
        <Search aria-hidden size={16} className="flex-none text-ink-3" />
        <span className="sr-only">{t("search")}</span>
        <input
          type="search"
          placeholder={t("search")}
          maxLength={120}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <Choose
        label={t("show")}
        value={query.state ?? ""}
        onValue={(state) => go({ state: (state || undefined) as PlanState | undefined })}
        options={[
          { value: "", label: t("all") },
          ...(["active", "dormant", "closed"] as const).map((state) => ({ value: state, label: states(state) })),
        ]}
      />
      <Choose
        label={t("sort.label")}
        value={query.sort}
        onValue={(sort) => go({ sort: sort as PlanSort })}
        options={(["newest", "name", "balance"] as const).map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
      />
    </search>
  );
}
