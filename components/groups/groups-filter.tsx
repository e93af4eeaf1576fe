import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/shell/list-filter";
import type { Branch } from "@/lib/agencies/contract/branch";
import type { GroupsQuery } from "./list-query";

/** Search, branch and order of the groups. */
export function GroupsFilter({
  home,
  query,
  branches,
}: {
  home: string;
  query: GroupsQuery;
  branches: readonly Branch[];
}) {
  const t = useTranslations("office.groups");
  const words = useTranslations("groups.form");
  const orders = (["earliest", "number", "name"] as const).map((value) => ({ value, label: t(`sort.${value}`) }));
  const own = branches.map(({ id, city }) => ({ value: id, label: city }));
  const branch = { name: "branch", label: words("branch"), options: [{ value: "", label: t("allBranches") }, ...own] };
  const sort = { name: "sort", label: t("sort.label"), options: [{ value: "", label: t("sort.latest") }, ...orders] };
  return (
    <ListFilter
      className=""
      home={home}
      query={query}
      search={t("search")}
      choices={own.length > 1 ? [branch, sort] : [sort]}
    />
  );
}
