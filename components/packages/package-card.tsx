import { useLocale, useTranslations } from "next-intl";
import { PackagePhoto } from "@/components/public/package-photo";
import { Horizon, type Sky } from "@/components/ui/horizon";
import { Link } from "@/components/ui/link";
import { formatMoney } from "@/lib/i18n/formats";
import { hijriDay } from "@/lib/i18n/hijri";
import type { Package } from "@/lib/packages/contract/package";
import { PackageBadge } from "./package-badge";

const SKIES: readonly Sky[] = ["isya", "duha", "magrib", "subuh"];

type PackageCardProps = { slug: string; saved: Package; href: string; now: Date; seed: number };

/** A package as its agency sees it: cover, kind and days, what it begins at, and how many departures are to come. */
function PackageCard({ slug, saved, href, now, seed }: PackageCardProps) {
  const t = useTranslations("packages");
  const locale = useLocale();
  const { id, name, category, days, published, photos, priceFrom, departures } = saved;
  const cover = photos[0];
  return (
    <Link href={href} className="card flex h-full flex-col overflow-hidden hover:border-line-strong">
      {cover ? (
        <PackagePhoto slug={slug} packageId={id} photo={cover} className="h-24 w-full object-cover" />
      ) : (
        <Horizon
          moonDay={hijriDay(now, "Asia/Riyadh").day}
          sky={SKIES[seed % SKIES.length] ?? "isya"}
          seed={seed}
          className="h-24"
        />
      )}
      <span className="flex flex-1 flex-col gap-1 p-4">
        <span className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <bdi className="font-semibold text-md">{name}</bdi>
          <PackageBadge published={published} />
        </span>
        <span className="text-ink-2">
          {t(`category.${category}`)}&nbsp;· {t("public.days", { count: days })}
        </span>
        <span className="mt-auto flex flex-wrap items-baseline justify-between gap-2 pt-3">
          <span className="tn font-semibold">{priceFrom ? formatMoney(locale, priceFrom) : "–"}</span>
          <span className="text-ink-3 text-sm">{t("departures.ahead", { count: departures })}</span>
        </span>
      </span>
    </Link>
  );
}

type PackageCardsProps = { slug: string; packages: readonly Package[]; home: string; now: Date };

/** Packages side by side, neighbours with covers that differ. */
export function PackageCards({ slug, packages, home, now }: PackageCardsProps) {
  return (
    <ul className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
      {packages.map((one, i) => (
        <li key={one.id}>
          <PackageCard slug={slug} saved={one} href={`${home}/${one.id}`} now={now} seed={i} />
        </li>
      ))}
    </ul>
  );
}
