import { useLocale, useTranslations } from "next-intl";
import { formatBadge } from "@/lib/i18n/formats";

/** How much is new behind a place of the bottom bar. */
export function BottomCount({ count }: { count: number }) {
  const t = useTranslations("shell");
  const locale = useLocale();
  return (
    <span className="bottom-count tn">
      <span aria-hidden>{formatBadge(locale, count)}</span>
      <span className="sr-only">{t("unread", { count })} </span>
    </span>
  );
}
