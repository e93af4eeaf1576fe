import { useLocale, useTranslations } from "next-intl";
import { formatBadge } from "@/lib/i18n/formats";

/** How much waits behind a place of the side bar; nothing where nothing does. */
export function SideCount({ count }: { count: number }) {
  const t = useTranslations("shell");
  const locale = useLocale();
  if (count === 0) return null;
  return (
    <span className="side-word tn rounded-sm bg-chip px-1.5 text-xs font-semibold text-ink-2">
      <span aria-hidden>{formatBadge(locale, count)}</span>
      <span className="sr-only"> {t("unread", { count })}</span>
    </span>
  );
}
