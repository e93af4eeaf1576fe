import { useLocale, useTranslations } from "next-intl";
import { buildBoard, referenceOf } from "@/components/map/board";
import { Figures } from "@/components/map/figures";
import type { Track } from "@/components/map/tracks";
import type { Group, Member } from "@/lib/groups/contract";
import { formatTime } from "@/lib/i18n/formats";
import type { LatestPosition } from "@/lib/tracking/contract";

type PulseProps = {
  group: Group;
  members: readonly Member[];
  latest: readonly LatestPosition[];
  me: string;
  now: Date;
};

const trackOf = (latest: LatestPosition): Track => ({ latest, trail: latest.position ? [latest.position] : [] });

/** The group in three numbers that add up, and how many of it share a position at all. */
export function Pulse({ group, members, latest, me, now }: PulseProps) {
  const t = useTranslations("lead.pulse");
  const locale = useLocale();
  const others = members.filter(({ userId }) => userId !== me);
  const tracks = new Map(latest.map((one) => [one.userId, trackOf(one)]));
  const from = referenceOf(tracks.get(me)?.latest.position ?? null, group.meetingPoint, now);
  const people = others.map(({ userId, personName, phone }) => ({ userId, name: personName, phone }));
  const board = buildBoard(people, tracks, from, now);
  const sharing = others.filter((one) => one.sharing === "on").length;
  return (
    <section className="card flex flex-col gap-3 p-(--pad-card)">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg font-semibold">{t("title")}</h2>
        <p className="tn text-md text-ink-2">
          {t("asOf", { time: formatTime(locale, now, { zone: group.timeZone }) })}
        </p>
      </div>
      <Figures
        board={board}
        labels={{ near: t(from?.kind === "meeting" ? "atMeeting" : "near"), away: t("away"), silent: t("noSignal") }}
      />
      <p className="text-md">{t("sharing", { count: sharing, total: others.length })}</p>
    </section>
  );
}
