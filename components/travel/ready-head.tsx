import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import type { Readiness } from "@/lib/travel/contract/readiness";

type ReadyHeadProps = {
  board: Pick<Readiness, "people" | "ready">;
  /** Where deadlines are set; null for whoever may only look. */
  rules: string | null;
};

/** How many are ready, and the way to the deadlines. */
export function ReadyHead({ board: { people, ready }, rules }: ReadyHeadProps) {
  const t = useTranslations("travel");
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
      <p className="font-semibold text-md">{t("ready.head", { people, ready })}</p>
      {rules ? (
        <LinkButton href={rules} icon={<CalendarClock aria-hidden size={16} />}>
          {t("rules.title")}
        </LinkButton>
      ) : null}
    </div>
  );
}
