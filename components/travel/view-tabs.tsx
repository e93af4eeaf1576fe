import { useTranslations } from "next-intl";
import { listHref } from "@/components/shell/list-query";
import { Link } from "@/components/ui/link";

const VIEWS = ["all", "blocking", "late", "ready"] as const;

/** Which part of the board the list shows. */
export function ViewTabs({ home, query }: { home: string; query: Record<string, unknown> }) {
  const t = useTranslations("travel.view");
  return (
    <nav aria-label={t("label")} className="mb-3 flex flex-wrap gap-x-5">
      {VIEWS.map((view) => (
        <Link
          key={view}
          href={listHref(home, query, { view: view === "all" ? undefined : view })}
          aria-current={(query.view ?? "all") === view ? "page" : undefined}
          className="inline-flex min-h-10 items-center border-transparent border-b-2 text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(view)}
        </Link>
      ))}
    </nav>
  );
}
