import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";

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
