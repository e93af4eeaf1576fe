import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/shell/list-filter";
import type { PlansQuery } from "./plans-query";

/** Search, state and order of the plans. */
export function PlansFilter({ home, query }: { home: string; query: PlansQuery }) {
  const t = useTranslations("savings.office");
  const stateOf = useTranslations("savings.planState");
  const states = (["active", "dormant", "closed"] as const).map((value) => ({ value, label: stateOf(value) }));
  const orders = (["name", "balance"] as const).map((value) => ({ value, label: t(`sort.${value}`) }));
  return (
    <ListFilter
      home={home}
      query={query}
      search={t("search")}
      choices={[
        { name: "state", label: t("show"), options: [{ value: "", label: t("all") }, ...states] },
        { name: "sort", label: t("sort.label"), options: [{ value: "", label: t("sort.newest") }, ...orders] },
      ]}
    />
  );
}
