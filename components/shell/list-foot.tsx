import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatNumber } from "@/lib/i18n/formats";
import { listPages } from "./list-pages";

type Place = Parameters<typeof listPages>[1];
type Listed = { data: readonly unknown[]; nextCursor: string | null };
type More = { sums?: ReactNode; limit?: number };

/** Beneath a table: which rows these are, what all of them come to, and the pages before and after. */
export function listFoot(home: string, query: Place, page: Listed, { sums, limit = 25 }: More = {}): ReactNode {
  const count = page.data.length;
  if (count === 0) return null;
  // A page opened by its address alone does not know what stands before it.
  const isPlaced = !query.cursor || query.trail.length > 0;
  return (
    <>
      <div className="flex flex-wrap gap-x-4">
        {isPlaced ? (
          <Range first={query.trail.length * limit + 1} count={count} isLast={!page.nextCursor && !sums} />
        ) : null}
        {sums}
      </div>
      {listPages(home, query, page)}
    </>
  );
}

/** On the last page it is known how many there are in all, unless the sums say so. */
function Range({ first, count, isLast }: { first: number; count: number; isLast: boolean }) {
  const [locale, t] = [useLocale(), useTranslations("common")];
  const last = first + count - 1;
  const range = (count === 1 ? [first] : [first, last]).map((end) => formatNumber(locale, end)).join("–");
  return <span className="tn">{isLast ? t("range", { range, total: last }) : range}</span>;
}
