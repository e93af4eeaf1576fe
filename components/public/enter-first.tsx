import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";

/** The two ways in for whoever is not signed in; both come back to this path. */
export function EnterFirst({ next }: { next: string }) {
  const t = useTranslations("join");
  const back = `?next=${encodeURIComponent(next)}`;
  return (
    <div className="card flex flex-col gap-3 p-4">
      <LinkButton href={`/sign-in${back}`} kind="primary" size="xl" wide>
        {t("agency.signIn")}
      </LinkButton>
      <LinkButton href={`/sign-up${back}`} size="xl" wide>
        {t("act.signUp")}
      </LinkButton>
    </div>
  );
}
