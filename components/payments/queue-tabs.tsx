import { useLocale, useTranslations } from "next-intl";
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
};
const TAB =
  "flex min-h-9 items-center gap-1.5 whitespace-nowrap rounded-md px-3 text-ink-2 aria-[current]:bg-primary-soft aria-[current]:font-semibold aria-[current]:text-primary-ink";

/** What waits, what waits for a second person, what is decided, and the way to the savers' own desk. */
export function QueueTabs({ home, queue, counts, savings }: QueueTabsProps) {
  const t = useTranslations("payments");
  const locale = useLocale();
  const held = { to_check: counts.toCheck, second_look: counts.secondLook, done: null };
  return (
    <nav aria-label={t("desk.title")} className="mb-3 flex gap-2 overflow-x-auto">
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
}
