import { Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Category } from "@/lib/packages/contract/package";
import type { PublicList } from "@/lib/packages/contract/public";
import { formatMonthName } from "./month-name";

export type OfferQuery = { month?: string; category?: Category; city?: string };
/** What stands in the address, as far as it means something. */
export function readOfferQuery(raw: Record<string, string | string[] | undefined>): OfferQuery {
  const one = (name: string) => (typeof raw[name] === "string" && raw[name] ? raw[name] : undefined);
  const category = Category.safeParse(one("category"));
  const month = one("month");
  return {
    ...(month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    ...(category.success ? { category: category.data } : {}),
    ...(one("city") ? { city: one("city")?.slice(0, 80) } : {}),
  };
}

type OfferFilterProps = { home: string; query: OfferQuery; list: Pick<PublicList, "cities" | "months"> };

/** Month, city and kind; a plain form, so that it works before any script. */
export function OfferFilter({ home, query, list }: OfferFilterProps) {
  const t = useTranslations("packages");
  const locale = useLocale();
  return (
    <search>
      <form action={home} className="card grid items-end gap-3 p-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto]">
        <SelectField
          name="month"
          label={t("public.month")}
          defaultValue={query.month ?? ""}
          options={[
            { value: "", label: t("public.anyMonth") },
            ...list.months.map((month) => ({ value: month, label: formatMonthName(locale, month) })),
          ]}
        />
        <SelectField
          name="city"
          label={t("field.city")}
          defaultValue={query.city ?? ""}
          options={[
            { value: "", label: t("public.anyCity") },
            ...list.cities.map((city) => ({ value: city, label: city })),
          ]}
        />
        <SelectField
          name="category"
          label={t("field.category")}
          defaultValue={query.category ?? ""}
          options={[
            { value: "", label: t("public.anyCategory") },
            ...Category.options.map((one) => ({ value: one, label: t(`category.${one}`) })),
          ]}
        />
        <Button type="submit" kind="lamp" size="lg" icon={<Search aria-hidden size={18} />}>
          {t("public.find")}
        </Button>
      </form>
    </search>
  );
}
