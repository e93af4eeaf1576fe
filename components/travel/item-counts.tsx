import { useLocale, useTranslations } from "next-intl";
import { StatusLine } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { formatShortDate } from "@/lib/i18n/formats";
import type { Readiness } from "@/lib/travel/contract/readiness";

type Count = Readiness["counts"][number];
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

/** Of each item how many have it and by when; a way to whoever lacks it. */
export function ItemCounts({
  counts,
  hrefOf,
  item,
}: {
  counts: readonly Count[];
  hrefOf: (item: Count["item"]) => string;
  item?: string;
}) {
  const t = useTranslations("travel");
  const locale = useLocale();
  return (
    <ul className="mb-5 grid grid-cols-2 gap-3 md:grid-cols-4">
      {counts.map((one) => {
        const all = one.done + one.open + one.late;
        const lacking = one.open + one.late;
        return (
          <li key={one.item}>
            <Link
              href={hrefOf(one.item)}
              aria-current={one.item === item ? "true" : undefined}
              className="card flex h-full flex-col gap-0.5 p-4 hover:border-line-strong aria-[current]:border-ink aria-[current]:bg-primary-soft"
            >
              <span className="font-semibold">{t(`item.${one.item}`)}</span>
              <span className="tn">{t("ready.of", { done: one.done, all })}</span>
              {lacking === 0 ? (
                <StatusLine status="ok">{t("state.done")}</StatusLine>
              ) : (
                <StatusLine status={one.late > 0 ? "warn" : "waiting"}>
                  {one.late > 0
                    ? t("ready.lateCount", { count: one.late })
                    : t("ready.due", { day: formatShortDate(locale, noonOf(one.dueOn), { zone: "UTC" }) })}
                </StatusLine>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
