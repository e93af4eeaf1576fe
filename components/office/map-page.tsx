import { ChevronLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { EmptyState } from "@/components/ui/states";
import type { Group } from "@/lib/groups/contract";

// The office's page has padding; a map wants the whole room beside the side bar, and below the bar of narrow screens.
const WHOLE =
  "-m-4 flex h-[calc(100dvh-3.5rem)] flex-col md:-mx-8 md:-mt-6 md:-mb-12 md:h-dvh [.office-page:has(>&)]:max-w-none";

type MapPageProps = { back: string; group: Pick<Group, "number" | "state">; children: ReactNode };

/** A group's map over the whole page, with the way back to the group. */
export function MapPage({ back, group, children }: MapPageProps) {
  const t = useTranslations("office.map");
  return (
    <div data-whole className={WHOLE}>
      <div className="flex items-center gap-3 border-line border-b bg-surface px-4 py-2">
        <LinkButton href={back} kind="ghost" size="sm" icon={<ChevronLeft aria-hidden size={16} className="mirror" />}>
          {t("back", { number: String(group.number) })}
        </LinkButton>
        {group.state === "past" ? <span className="text-ink-2 text-sm">{t("outside.past")}</span> : null}
      </div>
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  );
}

export function MapPageSkeleton() {
  return (
    <Loading className={WHOLE}>
      <Skeleton className="m-4 h-full rounded-lg" />
    </Loading>
  );
}

/** Nobody is on the road: there is no map to open. */
export function NoMaps({ href }: { href: string }) {
  const t = useTranslations("office.map");
  const act = (
    <LinkButton href={href} kind="primary">
      {t("toGroups")}
    </LinkButton>
  );
  return (
    <div className="card">
      <EmptyState title={t("noneTitle")} text={t("noneText")} action={act} />
    </div>
  );
}
