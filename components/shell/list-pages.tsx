import type { ReactNode } from "react";
import { listHref } from "./list-query";
import { Pager } from "./pager";
import { nextStep, previousStep } from "./paging";

type Place = { cursor?: string; trail: string[] };

/** Ways to the pages before and after; null where the list has only one. */
export function listPages(home: string, query: Place, { nextCursor }: { nextCursor: string | null }): ReactNode {
  const back = previousStep(query);
  if (!back && !nextCursor) return null;
  return (
    <Pager
      previous={back && listHref(home, query, back)}
      next={nextCursor ? listHref(home, query, nextStep(query, nextCursor)) : null}
    />
  );
}
