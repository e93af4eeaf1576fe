import { useLocale } from "next-intl";
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
        {isPlaced ? <Range first={query.trail.length * limit + 1} count={count} /> : null}
        {sums}
      </div>
      {listPages(home, query, page)}
    </>
  );
}

function Range({ first, count }: { first: number; count: number }) {
  const locale = useLocale();
  const ends = count === 1 ? [first] : [first, first + count - 1];
  return <span className="tn">{ends.map((end) => formatNumber(locale, end)).join("–")}</span>;
}
