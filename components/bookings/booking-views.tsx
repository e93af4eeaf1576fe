import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { formatNumber } from "@/lib/i18n/formats";

/** Beyond so many the office counts no further. */
const COUNTED = 1_000;
const VIEWS = ["all", "needs_payment", "holds_today", "papers", "decisions", "ended"] as const;
const TABS = [...VIEWS, "waitlist"] as const;
type Tab = (typeof TABS)[number];
type BookingViewsProps = { home: string; view: Tab; counts: Record<Tab, number> };

const hrefOf = (home: string, tab: Tab) => {
  if (tab === "waitlist") return `${home}/waiting`;
  return tab === "all" ? home : `${home}?view=${tab}`;
};

/** The office's views of bookings and the waiting list, each with what it holds. */
export function BookingViews({ home, view, counts }: BookingViewsProps) {
  const t = useTranslations("bookings");
  const locale = useLocale();
  return (
    <nav aria-label={t("title")} className="mb-4 flex gap-5 overflow-x-auto border-line border-b">
      {TABS.map((one) => (
        <Link
          key={one}
          href={hrefOf(home, one)}
          aria-current={one === view ? "page" : undefined}
          className="flex min-h-10 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-ink-2 aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {one === "waitlist" ? t("waitingList") : t(`view.${one}`)}
          <span className="tn text-ink-3 text-sm">
            {formatNumber(locale, counts[one])}
            {counts[one] >= COUNTED ? "+" : ""}
          </span>
        </Link>
      ))}
    </nav>
  );
}

/** The way to a booking for somebody at the desk. */
export const NewButton = ({ href, label }: { href: string; label: string }) => (
  <LinkButton href={href} kind="primary" icon={<Plus aria-hidden size={18} />}>
    {label}
  </LinkButton>
);
