import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/shell/list-filter";
import { useSort } from "@/components/shell/use-sort";
import { Category } from "@/lib/packages/contract/package";

type PackagesFilterProps = {
  home: string;
  query: Record<string, unknown>;
  branches: readonly { id: string; name: string }[];
};

/** Search, kind, and whose it is. */
export function PackagesFilter({ home, query, branches }: PackagesFilterProps) {
  const t = useTranslations("packages");
  const kinds = Category.options.map((value) => ({ value, label: t(`category.${value}`) }));
  const kind = {
    name: "category",
    label: t("field.category"),
    options: [{ value: "", label: t("anyKind") }, ...kinds],
  };
  const own = branches.map(({ id, name }) => ({ value: id, label: name }));
  const branch = {
    name: "branch",
    label: t("field.branch"),
    options: [{ value: "", label: t("anyBranch") }, ...own],
  };
  const sort = useSort("name", "newest");
  const choices = own.length > 1 ? [kind, branch, sort] : [kind, sort];
  return <ListFilter {...{ home, query, choices }} search={t("search")} />;
}
