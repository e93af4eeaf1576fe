import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";

/** Where the desk goes from the list of plans. */
export function DeskLinks({ home, sees, keeps }: { home: string; sees: boolean; keeps: boolean }) {
  const t = useTranslations("savings.office");
  return (
    <span className="flex flex-wrap gap-2.5">
      {sees ? <LinkButton href={`${home}/proofs`}>{t("toDesk")}</LinkButton> : null}
      {sees ? <LinkButton href={`${home}/setup`}>{t("toSetup")}</LinkButton> : null}
      {keeps ? <LinkButton href={`${home}/collect`}>{t("toCollect")}</LinkButton> : null}
      {keeps ? (
        <LinkButton href={`${home}/new`} kind="primary">
          {t("toNew")}
        </LinkButton>
      ) : null}
    </span>
  );
}
