"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import type { Branch } from "@/lib/agencies/contract/branch";
import type { GroupSort } from "@/lib/groups/contract";
import { Choose } from "./choose";
import { type GroupsQuery, groupsHref } from "./list-query";
import { useSearch } from "./use-search";

type GroupsFilterProps = { home: string; query: GroupsQuery; branches: readonly Branch[] };

/** Search, branch and order; the list follows while one types. */
export function GroupsFilter({ home, query, branches }: GroupsFilterProps) {
  const t = useTranslations("office.groups");
  const words = useTranslations("groups");
  const router = useRouter();
  const [busy, start] = useTransition();
  const go = (change: Partial<GroupsQuery>) => start(() => router.replace(groupsHref(home, query, change)));
  const [typed, setTyped] = useSearch(query.q, (q) => go({ q }));
  return (
    <search className="flex flex-wrap gap-2" aria-busy={busy}>
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
      {branches.length > 1 ? (
        <Choose
          label={words("form.branch")}
          value={query.branchId ?? ""}
          onValue={(branchId) => go({ branchId: branchId || undefined })}
          options={[
            { value: "", label: t("allBranches") },
            ...branches.map(({ id, city }) => ({ value: id, label: city })),
          ]}
        />
      ) : null}
      <Choose
        label={t("sort.label")}
        value={query.sort}
        onValue={(sort) => go({ sort: sort as GroupSort })}
        options={(["latest", "earliest", "number", "name"] as const).map((sort) => ({
          value: sort,
          label: t(`sort.${sort}`),
        }))}
      />
    </search>
  );
}
