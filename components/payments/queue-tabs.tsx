import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { formatNumber } from "@/lib/i18n/formats";
import type { DeskCounts } from "@/lib/payments/contract/proof";

export const QUEUES = ["to_check", "second_look", "done"] as const;
type QueueTabsProps = {
  home: string;
  queue: (typeof QUEUES)[number];
  counts: DeskCounts;
  /** The desk of savers' deposits and how many wait there; null for whoever has none. */
  savings: { href: string; waiting: number } | null;
  /** Beside them: what narrows the queue. */
  children: ReactNode;
};
const TAB =
  "flex min-h-9 items-center gap-1.5 whitespace-nowrap rounded-md px-3 text-ink-2 aria-[current]:bg-primary-soft aria-[current]:font-semibold aria-[current]:text-primary-ink";

/** What waits, what waits for a second person, what is decided, and the way to the savers' own desk. */
export function QueueTabs({ home, queue, counts, savings, children }: QueueTabsProps) {
  const t = useTranslations("payments");
  const locale = useLocale();
  const held = { to_check: counts.toCheck, second_look: counts.secondLook, done: null };
  const tabs = (
    <nav aria-label={t("desk.title")} className="flex min-w-0 gap-2 overflow-x-auto max-lg:w-full lg:flex-1">
      {QUEUES.map((one) => {
        const count = held[one];
        return (
          <Link
            key={one}
            href={one === "to_check" ? home : `${home}?queue=${one}`}
            aria-current={one === queue ? "page" : undefined}
            className={TAB}
          >
            {t(`queue.${one}`)}
            {count === null ? null : <span className="tn">{formatNumber(locale, count)}</span>}
          </Link>
        );
      })}
      {savings ? (
        <Link href={savings.href} className={`${TAB} ms-auto`}>
          {t("queue.savings")}
          <span className="tn">{formatNumber(locale, savings.waiting)}</span>
        </Link>
      ) : null}
    </nav>
  );
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 lg:flex-nowrap">
      {tabs}
      {children}
    </div>
  );
}
