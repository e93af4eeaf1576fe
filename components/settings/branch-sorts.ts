/** By which a list of branches is put in order. */
export const branchSorts = (t: (key: "sort.label" | "sort.name" | "sort.city") => string) => ({
  name: "sort",
  label: t("sort.label"),
  options: [
    { value: "", label: t("sort.name") },
    { value: "city", label: t("sort.city") },
  ],
});
