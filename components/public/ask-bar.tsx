import { MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PublicList } from "@/lib/packages/contract/public";
import type { OfferQuery } from "./offer-filter";

type AskBarProps = { hotline: string | null; slug: string; list: Pick<PublicList, "data">; query: OfferQuery };

/** What stays at a phone's bottom: ask somebody, or choose; where nothing is on sale, that. */
export function AskBar({ hotline, slug, list, query }: AskBarProps) {
  const t = useTranslations("packages.public");
  const isNarrowed = Object.keys(query).length > 0;
  const [href, label] = list.data.length > 0 ? ["#packages", t("pick")] : [isNarrowed && `/a/${slug}`, t("all")];
  return (
    <>
      {hotline ? (
        <a href={`tel:${hotline}`} className="btn flex-1" data-kind="secondary" data-size="lg">
          <MessageCircle aria-hidden size={18} />
          {t("ask")}
        </a>
      ) : null}
      {href ? (
        <a href={href} className="btn flex-1" data-kind="primary" data-size="lg">
          {label}
        </a>
      ) : (
        <p className="flex min-h-12 flex-1 items-center text-ink-2">{t("nothingYet")}</p>
      )}
    </>
  );
}
