"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Choose } from "./choose";
import { listHref } from "./list-query";
import { useSearch } from "./use-search";

export type FilterChoice = { name: string; label: string; options: readonly { value: string; label: string }[] };
export type FilterDay = { name: string; label: string };
type ListFilterProps = {
  home: string;
  query: Record<string, unknown>;
  search: string;
  choices?: readonly FilterChoice[];
  days?: readonly FilterDay[];
  className?: string;
};

/** Search and choices over a list; they stand in its address, and the list follows while one types. */
export function ListFilter({ home, query, search, choices = [], days = [], className = "mb-4" }: ListFilterProps) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const go = (change: Record<string, string | undefined>) =>
    start(() => router.replace(listHref(home, query, change), { scroll: false }));
  const given = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const [typed, setTyped] = useSearch(given("q") || undefined, (q) => go({ q }));
  return (
    <search className={`flex min-w-0 max-w-full flex-wrap items-center gap-2 ${className}`} aria-busy={busy}>
      <label className="box w-auto min-w-0 grow basis-56 md:max-w-80">
        <Search aria-hidden size={16} className="flex-none text-ink-3" />
        <span className="sr-only">{search}</span>
        <input
          type="search"
          placeholder={search}
          maxLength={120}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {choices.map(({ name, label, options }) => (
        <Choose
          key={name}
          label={label}
          value={given(name)}
          onValue={(value) => go({ [name]: value || undefined })}
          options={options}
        />
      ))}
      {days.map(({ name, label }) => (
        <label key={name} className="box w-auto flex-wrap">
          <span className="text-ink-3">{label}</span>
          <input
            type="date"
            value={given(name)}
            onChange={(event) => go({ [name]: event.target.value || undefined })}
          />
        </label>
      ))}
    </search>
  );
}
