import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/shell/list-filter";
import { isNarrowed } from "@/components/shell/list-query";
import { useSort } from "@/components/shell/use-sort";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import { DepartureStatus } from "@/lib/packages/contract/departure";

type ListProps = { home: string; query: Record<string, unknown> };

/** Search, past or to come, and by state. */
export function DeparturesFilter({ home, query }: ListProps) {
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
  return (
    <ListFilter
      home={home}
      query={query}
      search={t("departures.search")}
      choices={[...choices, useSort("day", "package")]}
    />
  );
}

/** There are none yet, or none that fit. */
export function NoDepartures({ home, query, packages }: ListProps & { packages: string }) {
  const t = useTranslations("packages.departures");
  const begin = (
    <LinkButton href={packages} kind="primary">
      {t("toPackages")}
    </LinkButton>
  );
  if (!isNarrowed(query)) return <EmptyState title={t("none")} text={t("noneText")} action={begin} />;
  const all = <LinkButton href={home}>{t("showAll")}</LinkButton>;
  return <EmptyState title={t("noneHere")} text={t("noneHereText")} action={all} />;
}
