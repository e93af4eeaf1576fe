import { useLocale, useTranslations } from "next-intl";
import type { Tiles } from "@/components/map/model";
import { Card } from "@/components/ui/card";
import type { Group } from "@/lib/groups/contract";
import { formatTime, formatTravelDate } from "@/lib/i18n/formats";
import { formatList } from "@/lib/i18n/list";
import { offsetOf } from "@/lib/i18n/wall-time";
import { PickMap } from "./pick-map";
import { Places } from "./places";
import { useCity } from "./use-city";

/** Places, times and the meeting point of a group. */
export function TripCard({ group, tiles }: { group: Group; tiles: Tiles | null }) {
  const t = useTranslations("office.group");
  const cityOf = useCity();
  const words = useTranslations("groups");
  const locale = useLocale();
  const { startsAt, endsAt, timeZone: zone, meetingPoint } = group;
  const when = (at: Date) =>
    formatList(locale, [formatTravelDate(locale, at, { zone }), formatTime(locale, at, { zone })]);
  const rows = [
    [words("form.startsAt"), when(startsAt)],
    [words("form.endsAt"), when(endsAt)],
    [words("form.timeZone"), `${cityOf(zone)} (UTC${offsetOf(zone, startsAt)})`],
  ] as const;
  return (
    <Card title={t("trip")}>
      <Places group={group} />
      <dl className="mt-4 flex flex-col gap-2.5">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt className="text-ink-3 text-sm">{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
        <div>
          <dt className="text-ink-3 text-sm">{words("meetingPoint")}</dt>
          <dd>{meetingPoint ? <bdi>{meetingPoint.label}</bdi> : words("noMeetingPoint")}</dd>
        </div>
      </dl>
      {meetingPoint ? <PickMap spot={meetingPoint} tiles={tiles} className="mt-3 h-44" /> : null}
    </Card>
  );
}
