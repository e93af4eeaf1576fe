import { useLocale, useTranslations } from "next-intl";
import { listPages } from "@/components/shell/list-pages";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import { formatTime } from "@/lib/i18n/formats";
import type { PublicList } from "@/lib/packages/contract/public";
import { DepartureCard } from "./departure-card";
import type { OfferQuery } from "./offer-filter";

type OffersProps = {
  agency: { slug: string; timeZone: string };
  list: PublicList;
  now: Date;
  query: OfferQuery;
  /** Which page of it. */
  place: { cursor?: string; trail: string[] };
};

/** What is for sale, soonest first, and when its seats were counted. */
export function Offers({ agency: { slug, timeZone: zone }, list, now, query, place }: OffersProps) {
  const t = useTranslations("packages.public");
  const locale = useLocale();
  const words = { ...query, priceTo: query.priceTo === undefined ? undefined : String(query.priceTo), ...place };
  const pages = listPages(`/a/${slug}`, words, list);
  if (list.data.length === 0) {
    const all = <LinkButton href={`/a/${slug}`}>{t("all")}</LinkButton>;
    return Object.keys(query).length > 0 ? (
      <EmptyState title={t("none")} text={t("noneText")} action={all} />
    ) : (
      <EmptyState title={t("nothingYet")} text={t("nothingYetText")} />
    );
  }
  return (
    <section id="packages" aria-label={t("heading")} className="scroll-mt-6">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="display text-xl">{t("heading")}</h2>
        <p className="tn text-base text-ink-2">{t("readAt", { time: formatTime(locale, list.readAt, { zone }) })}</p>
      </div>
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {list.data.map((departure, i) => (
          <DepartureCard key={departure.id} departure={departure} slug={slug} now={now} seed={i} />
        ))}
      </div>
      {pages ? <div className="mt-5">{pages}</div> : null}
    </section>
  );
}
