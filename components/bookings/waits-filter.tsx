import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/shell/list-filter";
import { useSort } from "@/components/shell/use-sort";

export const WAIT_STATES = ["waiting", "offered"] as const;

/** Finds who waits by name or phone, and by whether seats are offered to them. */
export function WaitsFilter({ home, query }: { home: string; query: Record<string, unknown> }) {
  const t = useTranslations("bookings");
  const states = WAIT_STATES.map((value) => ({ value, label: t(`waitStatus.${value}`) }));
  const choices = [
    { name: "status", label: t("columns.status"), options: [{ value: "", label: t("view.all") }, ...states] },
    useSort("longest", "newest"),
  ];
  return <ListFilter {...{ home, query, choices }} search={t("wait.search")} />;
}
