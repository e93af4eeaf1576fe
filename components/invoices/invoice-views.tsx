import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { formatNumber } from "@/lib/i18n/formats";

export const INVOICE_VIEWS = ["all", "to_pay", "late", "over", "paid", "void"] as const;
export type InvoiceViewName = (typeof INVOICE_VIEWS)[number];
type InvoiceViewsProps = { home: string; view: InvoiceViewName; counts: Record<InvoiceViewName, number> };

/** Saved views with what they hold. */
export function InvoiceViews({ home, view, counts }: InvoiceViewsProps) {
  const t = useTranslations("payments");
  const locale = useLocale();
  return (
    <nav aria-label={t("invoices")} className="mb-4 flex gap-5 overflow-x-auto border-line border-b">
      {INVOICE_VIEWS.map((one) => (
        <Link
          key={one}
          href={one === "all" ? home : `${home}?view=${one}`}
          aria-current={one === view ? "page" : undefined}
          className="flex min-h-10 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-ink-2 aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(`view.${one}`)}
          <span className="tn text-ink-3 text-sm">{formatNumber(locale, counts[one])}</span>
        </Link>
      ))}
    </nav>
  );
}
