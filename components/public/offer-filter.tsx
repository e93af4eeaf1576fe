import { ChevronDown, Search, SlidersHorizontal } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { formatMoney, formatMonth } from "@/lib/i18n/formats";
import { Category } from "@/lib/packages/contract/package";
import type { PublicList } from "@/lib/packages/contract/public";

export type OfferQuery = { month?: string; category?: Category; city?: string; priceTo?: number };
/** What stands in the address, as far as it means something. */
export function readOfferQuery(raw: Record<string, string | string[] | undefined>): OfferQuery {
  const one = (name: string) => (typeof raw[name] === "string" && raw[name] ? raw[name] : undefined);
  const category = Category.safeParse(one("category"));
  const [month, price] = [one("month"), one("priceTo")];
  return {
    ...(month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    ...(category.success ? { category: category.data } : {}),
    ...(one("city") ? { city: one("city")?.slice(0, 80) } : {}),
    ...(price && /^\d{1,14}$/.test(price) ? { priceTo: Number(price) } : {}),
  };
}

type OfferFilterProps = {
  home: string;
  query: OfferQuery;
  list: Pick<PublicList, "cities" | "months" | "prices">;
};
type Part = { name: keyof OfferQuery; label: string; value: string; options: { value: string; label: string }[] };

/** Month, city, kind and price; a plain form, so that it works before any script. Folded on a phone. */
export function OfferFilter(props: OfferFilterProps) {
  const t = useTranslations("packages.public");
  const parts = useParts(props);
  const chosen = parts.flatMap(
    ({ value, options }) => options.find((one) => value && one.value === value)?.label ?? [],
  );
  const find = (
    <Button type="submit" kind="lamp" size="lg" icon={<Search aria-hidden size={18} />}>
      {t("find")}
    </Button>
  );
  return (
    <search className="relative">
      <details className="card group shadow-pop md:hidden">
        <summary className="flex min-h-14 list-none items-center gap-3 px-4 py-2 [&::-webkit-details-marker]:hidden">
          <Search aria-hidden size={20} className="flex-none" />
          <span className="min-w-0 flex-1">
            <span className="block font-semibold">{t("narrow")}</span>
            <span className="block text-ink-2 text-sm">
              {chosen.length > 0 ? chosen.join("\u00a0· ") : t("narrowText")}
            </span>
          </span>
          <SlidersHorizontal aria-hidden size={20} className="flex-none" />
        </summary>
        <form action={props.home} className="flex flex-col gap-3 border-line border-t p-4">
          {parts.map((part) => (
            <PartField key={part.name} part={part} framed />
          ))}
          {find}
        </form>
      </details>
      <form
        action={props.home}
        className="card hidden items-stretch gap-y-2 p-2.5 shadow-pop md:flex [&>label+label]:border-line [&>label+label]:border-s"
      >
        {parts.map((part) => (
          <PartField key={part.name} part={part} />
        ))}
        {find}
      </form>
    </search>
  );
}

function useParts({ query, list }: OfferFilterProps): Part[] {
  const t = useTranslations("packages");
  const locale = useLocale();
  const any = (label: string) => ({ value: "", label });
  return [
    {
      name: "month",
      label: t("public.month"),
      value: query.month ?? "",
      options: [
        any(t("public.anyMonth")),
        ...list.months.map((month) => ({ value: month, label: formatMonth(locale, month) })),
      ],
    },
    {
      name: "city",
      label: t("field.city"),
      value: query.city ?? "",
      options: [any(t("public.anyCity")), ...list.cities.map((city) => ({ value: city, label: city }))],
    },
    {
      name: "category",
      label: t("field.category"),
      value: query.category ?? "",
      options: [
        any(t("public.anyCategory")),
        ...Category.options.map((one) => ({ value: one, label: t(`category.${one}`) })),
      ],
    },
    {
      name: "priceTo",
      label: t("public.priceTo"),
      value: String(query.priceTo ?? ""),
      options: [
        any(t("public.anyPrice")),
        ...list.prices.map((price) => ({ value: String(price.amount), label: formatMoney(locale, price) })),
      ],
    },
  ];
}

function PartField({ part: { name, label, value, options }, framed }: { part: Part; framed?: boolean }) {
  return (
    <label className={`flex min-w-0 flex-1 flex-col ${framed ? "gap-1" : "rounded-md px-3.5 py-1"}`}>
      <span className="text-ink-3 text-sm">{label}</span>
      <span className={framed ? "box" : "flex items-center gap-1"}>
        <select
          name={name}
          defaultValue={value}
          className={
            framed
              ? ""
              : "min-h-7 min-w-0 flex-1 cursor-pointer appearance-none truncate bg-transparent font-semibold text-base"
          }
        >
          {options.map((one) => (
            <option key={one.value} value={one.value} className="bg-raised text-ink">
              {one.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden size={16} className="pointer-events-none flex-none text-ink-3" />
      </span>
    </label>
  );
}
