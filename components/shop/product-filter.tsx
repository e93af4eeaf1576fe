import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/shell/list-filter";
import { useSort } from "@/components/shell/use-sort";
import { ProductState } from "@/lib/shop/contract/product";

/** Finds products by their name, and by whether they are on sale. */
export function ProductFilter({ home, query }: { home: string; query: Record<string, unknown> }) {
  const t = useTranslations("shop");
  const states = ProductState.options.map((value) => ({ value, label: t(value) }));
  const choices = [
    { name: "state", label: t("columns.state"), options: [{ value: "", label: t("anyState") }, ...states] },
    useSort("newest", "name"),
  ];
  return <ListFilter {...{ home, query }} search={t("search")} choices={choices} />;
}
