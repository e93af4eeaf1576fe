import { useTranslations } from "next-intl";
import { listHref } from "@/components/shell/list-query";
import { Link } from "@/components/ui/link";
import type { GroupsQuery } from "./list-query";

/** Which part of the groups the list shows. */
export function StateTabs({ home, query }: { home: string; query: GroupsQuery }) {
  const t = useTranslations("office.groups");
  const words = useTranslations("groups.state");
  const tabs = [undefined, "running", "upcoming", "past"] as const;
  return (
    <nav aria-label={t("show")} className="flex flex-wrap gap-x-5">
      {tabs.map((state) => (
        <Link
          key={state ?? "all"}
          href={listHref(home, query, { state })}
          aria-current={query.state === state ? "page" : undefined}
          className="inline-flex min-h-10 items-center border-transparent border-b-2 text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {state ? words(state) : t("all")}
        </Link>
      ))}
    </nav>
  );
}
