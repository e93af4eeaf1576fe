import { useLocale, useTranslations } from "next-intl";
import { LinkRow } from "@/components/journey/link-row";
import { GroupTag } from "@/components/ui/band";
import type { Group } from "@/lib/groups/contract";
import { formatShortDate } from "@/lib/i18n/formats";

type OtherGroupsProps = { title: string; groups: readonly Group[]; hrefOf?: (group: Group) => string };

/** The person's other trips, the latest first; with an address each leads on. */
export function OtherGroups({ title, groups, hrefOf }: OtherGroupsProps) {
  if (groups.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="px-1 pt-2 text-lg font-semibold">{title}</h2>
      {groups.map((group) =>
        hrefOf ? (
          <LinkRow
            key={group.id}
            href={hrefOf(group)}
            detail={<Dates group={group} />}
            end={<GroupTag number={group.number} size={30} />}
          >
            <bdi>{group.name}</bdi>
          </LinkRow>
        ) : (
          <div key={group.id} className="card flex min-h-18 items-center gap-3.5 px-(--pad-card) py-3">
            <div className="min-w-0 flex-1">
              <p className="text-lg leading-6 font-semibold">
                <bdi>{group.name}</bdi>
              </p>
              <p className="text-md text-ink-2">
                <Dates group={group} />
              </p>
            </div>
            <GroupTag number={group.number} size={30} />
          </div>
        ),
      )}
    </section>
  );
}

function Dates({ group }: { group: Group }) {
  const t = useTranslations();
  const locale = useLocale();
  const at = { zone: group.timeZone };
  const dates = {
    start: formatShortDate(locale, group.startsAt, at),
    end: formatShortDate(locale, group.endsAt, at),
  };
  return `${t(`groups.state.${group.state}`)}\u00a0· ${t("my.group.dates", dates)}`;
}
