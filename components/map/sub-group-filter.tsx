"use client";
import { Choose } from "@/components/shell/choose";
import type { Words } from "./use-words";

type SubGroupFilterProps = { names: readonly string[]; value: string; choose: (name: string) => void; words: Words };

/** Narrows map and list to one bus or room; not there when the group has but one. */
export function SubGroupFilter({ names, value, choose, words: { t } }: SubGroupFilterProps) {
  if (names.length < 2) return null;
  const options = [{ value: "", label: t("filter.all") }, ...names.map((name) => ({ value: name, label: name }))];
  return (
    <div className="min-w-0 max-w-3/5 [&_select]:truncate [&_select]:text-md [&>label]:min-h-12 [&>label]:w-full">
      <Choose label={t("filter.label")} value={value} options={options} onValue={choose} />
    </div>
  );
}
