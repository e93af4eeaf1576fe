import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/shell/list-filter";
import { DepartureStatus } from "@/lib/packages/contract/departure";

/** Search, past or to come, and by state. */
export function DeparturesFilter({ home, query }: { home: string; query: Record<string, unknown> }) {
  const t = useTranslations("packages");
  const states = DepartureStatus.options.map((value) => ({ value, label: t(`status.${value}`) }));
  const choices = [
    {
      name: "when",
      label: t("departures.day"),
      options: [
        { value: "", label: t("departures.coming") },
        { value: "past", label: t("departures.past") },
      ],
    },
    {
      name: "status",
      label: t("departures.state"),
      options: [{ value: "", label: t("departures.anyState") }, ...states],
    },
  ];
  return <ListFilter home={home} query={query} search={t("departures.search")} choices={choices} />;
}
