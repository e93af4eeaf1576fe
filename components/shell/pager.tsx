import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";

/** Back and forth through a list; what is not there leads nowhere. */
export function Pager({ previous, next }: { previous: string | null; next: string | null }) {
  const t = useTranslations("common");
  if (!previous && !next) return null;
  return (
    <nav aria-label={t("actions")} className="ms-auto flex w-fit gap-2">
      {previous ? (
        <LinkButton href={previous} size="sm" icon={<ChevronLeft aria-hidden size={16} className="mirror" />}>
          {t("previous")}
        </LinkButton>
      ) : null}
      {next ? (
        <LinkButton href={next} size="sm">
          {t("next")}
          <ChevronRight aria-hidden size={16} className="mirror" />
        </LinkButton>
      ) : null}
    </nav>
  );
}
