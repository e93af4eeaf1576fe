import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { tripDay } from "@/components/journey/trip";
import { GroupTag } from "@/components/ui/band";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Group } from "@/lib/groups/contract";

/** Groups on the road; the whole row opens the map. */
export function MapList({ groups, home, now }: { groups: readonly Group[]; home: string; now: Date }) {
  const t = useTranslations("office.today");
  const words = useTranslations("groups");
  return (
    <Card flush>
      <ul>
        {groups.map((group) => (
          <li key={group.id} className="border-line border-t first:border-t-0">
            <Link
              href={`${home}/${group.id}/map`}
              className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1 px-(--pad-card) py-3 hover:bg-primary-soft"
            >
              <GroupTag number={group.number} size={28} />
              <span className="min-w-0 grow basis-40">
                <span className="block font-semibold">
                  <bdi>{group.name}</bdi>
                </span>
                <span className="text-ink-3">{words("members", { count: group.members })}</span>
              </span>
              <span className="flex items-center gap-4 text-ink-2 max-sm:grow max-sm:justify-between">
                {t("dayOf", tripDay(group, now))}
                <ChevronRight aria-hidden size={18} className="mirror text-ink-3" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
