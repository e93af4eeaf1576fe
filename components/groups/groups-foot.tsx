import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { type GroupsQuery, groupsHref } from "./list-query";
import { Pager } from "./pager";
import { nextStep, previousStep } from "./paging";

/** Ways to the pages before and after; null where the list has only one. */
export function pagesOf(home: string, query: GroupsQuery, page: { nextCursor: string | null }): ReactNode {
  const back = previousStep(query);
  if (!back && !page.nextCursor) return null;
  return (
    <Pager
      previous={back && groupsHref(home, query, back)}
      next={page.nextCursor ? groupsHref(home, query, nextStep(query, page.nextCursor)) : null}
    />
  );
}

type NoGroupsProps = { home: string; isNarrowed: boolean; mayCreate: boolean };

/** An empty list says whether there is nothing, or nothing like this. */
export function NoGroups({ home, isNarrowed, mayCreate }: NoGroupsProps) {
  const t = useTranslations("office.groups");
  const words = useTranslations("groups.none");
  if (isNarrowed) {
    const all = <LinkButton href={home}>{t("showAll")}</LinkButton>;
    return <EmptyState title={t("noMatch")} text={t("noMatchText")} action={all} />;
  }
  return <EmptyState title={words("title")} text={mayCreate ? words("office") : t("noneYet")} />;
}
