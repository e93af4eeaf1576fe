import { useTranslations } from "next-intl";
import type { FilterChoice } from "./list-filter";

type Sort = "newest" | "oldest" | "name" | "day" | "package" | "longest";

/** In which order a list stands; the first is the one it has by itself. */
export function useSort(own: Sort, ...others: readonly Sort[]): FilterChoice {
  const t = useTranslations("shell.sort");
  const more = others.map((value) => ({ value, label: t(value) }));
  return { name: "sort", label: t("label"), options: [{ value: "", label: t(own) }, ...more] };
}
