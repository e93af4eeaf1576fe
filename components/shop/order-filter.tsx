import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/shell/list-filter";
import { useSort } from "@/components/shell/use-sort";
import { OrderState } from "@/lib/shop/contract/order";

/** Finds orders by buyer, phone or code, and by where they stand. */
export function OrderFilter({ home, query }: { home: string; query: Record<string, unknown> }) {
  const t = useTranslations("shop");
  const states = OrderState.options.map((value) => ({ value, label: t(`state.${value}`) }));
  const options = [{ value: "", label: t("order.all") }, ...states];
  const choices = [{ name: "state", label: t("order.stateLabel"), options }, useSort("newest", "oldest")];
  return <ListFilter home={home} query={query} search={t("order.search")} choices={choices} />;
}
