import { useLocale, useTranslations } from "next-intl";
import type { Statistics } from "@/lib/agencies/contract/platform";
import { formatNumber } from "@/lib/i18n/formats";

const SHOWN = ["active", "trial", "expired", "suspended"] as const;

/** How the agencies that were let in stand. */
export function StandingFigures({ agencies }: Pick<Statistics, "agencies">) {
  const t = useTranslations("platform.status");
  const locale = useLocale();
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 text-ink-2">
      {SHOWN.map((status) => (
        <div key={status} className="flex flex-row-reverse items-baseline gap-1.5">
          <dt>{t(status)}</dt>
          <dd className="tn font-semibold text-ink">{formatNumber(locale, agencies[status] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
