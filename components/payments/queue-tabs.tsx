import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/formats";
import type { DeskCounts } from "@/lib/payments/contract/proof";

export const QUEUES = ["to_check", "second_look", "done"] as const;
type QueueTabsProps = { home: string; queue: (typeof QUEUES)[number]; counts: DeskCounts };

/** What waits, what waits for a second person, and what is decided. */
export function QueueTabs({ home, queue, counts }: QueueTabsProps) {
  const t = useTranslations("payments");
  const locale = useLocale();
  const held = { to_check: counts.toCheck, second_look: counts.secondLook, done: null };
  return (
    <nav aria-label={t("desk.title")} className="mb-3 flex gap-2">
      {QUEUES.map((one) => {
        const count = held[one];
        return (
          <Link
            key={one}
            href={one === "to_check" ? home : `${home}?queue=${one}`}
            aria-current={one === queue ? "page" : undefined}
            className="flex min-h-9 items-center gap-1.5 rounded-md px-3 text-ink-2 aria-[current]:bg-primary-soft aria-[current]:font-semibold aria-[current]:text-primary-ink"
          >
            {t(`queue.${one}`)}
            {count === null ? null : <span className="tn">{formatNumber(locale, count)}</span>}
          </Link>
        );
      })}
    </nav>
  );
}
