import { useLocale, useTranslations } from "next-intl";
import { apart } from "@/components/entry/next-path";
import { Card } from "@/components/ui/card";
import { ThreadList } from "@/components/ui/thread";
import { formatDistance, formatMoney, formatNumber, formatPercent } from "@/lib/i18n/formats";
import type { PublicPackage } from "@/lib/packages/contract/public";

/** Hotels, what is included, the programme, and the conditions in plain sentences. */
export function PackageFacts({ offer }: { offer: PublicPackage }) {
  const t = useTranslations("packages");
  const locale = useLocale();
  const { hotels, inclusions, exclusions, itinerary, depositAmount, settlementDays } = offer;
  const tiers = [...offer.cancellationTiers].sort((a, b) => b.daysBefore - a.daysBefore);
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {offer.description ? <p className="card whitespace-pre-line p-5 text-md">{offer.description}</p> : null}
      {hotels.map(({ city, name, stars, distanceM, nights }) => (
        <Card key={city + name} title={t(city === "makkah" ? "field.hotelMakkah" : "field.hotelMadinah")}>
          <p className="text-md">
            {t("public.hotel", { name: apart(name), distance: formatDistance(locale, distanceM) })}
          </p>
          <p className="text-base text-ink-2">
            {t("field.stars")}: {formatNumber(locale, stars)}&nbsp;· {t("field.nights")}: {formatNumber(locale, nights)}
          </p>
        </Card>
      ))}
      {itinerary.length > 0 ? (
        <Card title={t("field.programme")}>
          <ThreadList
            label={t("field.programme")}
            stops={itinerary.map(({ day, title }) => ({ id: String(day), label: `${day}. ${title}`, state: "next" }))}
          />
        </Card>
      ) : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <Words title={t("field.inclusions")} words={inclusions} />
        <Words title={t("field.exclusions")} words={exclusions} />
      </div>
      <Card title={t("public.conditions")}>
        <ul className="flex list-disc flex-col gap-1.5 ps-5 text-md">
          {depositAmount.amount > 0 ? (
            <li>{t("public.depositLine", { amount: formatMoney(locale, depositAmount) })}</li>
          ) : null}
          <li>{t("public.settleLine", { count: settlementDays })}</li>
          {tiers.map(({ daysBefore, keptPercent }) => (
            <li key={daysBefore}>
              {t("public.tierLine", { count: daysBefore, percent: formatPercent(locale, keptPercent / 100) })}
            </li>
          ))}
          {tiers.length === 0 ? <li>{t("public.tierNone")}</li> : null}
          {tiers.length > 0 && (tiers.at(-1)?.daysBefore ?? 0) > 0 ? <li>{t("public.tierLast")}</li> : null}
        </ul>
      </Card>
    </div>
  );
}

function Words({ title, words }: { title: string; words: readonly string[] }) {
  return words.length > 0 ? (
    <Card title={title}>
      <ul className="flex list-disc flex-col gap-1 ps-5 text-md">
        {words.map((word) => (
          <li key={word}>
            <bdi>{word}</bdi>
          </li>
        ))}
      </ul>
    </Card>
  ) : null;
}
