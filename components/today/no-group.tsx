import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";

/** The start of a leader who leads nobody; `my`: where they travel themself, if they do. */
export function NoGroup({ my }: { my: string | null }) {
  const t = useTranslations("lead.noGroup");
  const more = useTranslations("lead.more");
  return (
    <>
      <h1 className="sr-only">{t("today")}</h1>
      <EmptyState
        title={t("title")}
        text={t("text")}
        className="my-auto"
        action={
          my ? (
            <LinkButton href={my} size="lg">
              {more("toMy")}
            </LinkButton>
          ) : null
        }
      />
    </>
  );
}
