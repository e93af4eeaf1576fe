"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { Leader } from "@/components/map/leader-card";
import type { Tiles } from "@/components/map/model";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { useAct } from "@/components/shell/use-act";
import { useLoaded } from "@/components/shell/use-loaded";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { Group, SharingState } from "@/lib/groups/contract";
import type { Look } from "@/lib/tracking/contract";
import { ConsentPanel } from "./consent-panel";
import { DeniedHelpIfDenied } from "./denied-help";
import type { SetSharing } from "./sharing-panel";
import { useMapPack } from "./use-map-pack";

const loadMap = () => import("@/components/map/my-map");

/** Nobody tells a pilgrim that the meeting point moved, or who looked: the page asks. */
const KEPT_FRESH_S = 60;

type MyMapDeskProps = {
  agency: string;
  userId: string;
  group: Group;
  sharing: SharingState;
  /** Another group that travels now sees the reader. */
  seenToo: boolean;
  leader: Leader | null;
  looks: readonly Look[];
  tiles: Tiles | null;
  packId: string | null;
  /** Server time, ms. */
  now: number;
  trackersHref: string;
  setSharing: SetSharing;
  /** Stands in its place until the map has come. */
  meanwhile: ReactNode;
};

/** A look is kept by its hour: the same person once per hour, whatever was looked at. */
const perHour = (looks: readonly Look[]) =>
  [...new Map(looks.map((look) => [`${look.viewerId} ${look.hour.getTime()}`, look])).values()].map(
    ({ viewerName, hour }) => ({ name: viewerName, at: hour }),
  );

/** The pilgrim's map with consent before it: the way is shown to everybody, a position only of who agreed. */
export function MyMapDesk(props: MyMapDeskProps) {
  const { agency, userId, group, sharing, seenToo, leader, now, tiles, packId, trackersHref, setSharing } = props;
  const t = useTranslations("my");
  const router = useRouter();
  const { busy, act } = useAct();
  const pack = useMapPack(agency, packId);
  const map = useLoaded(loadMap);
  const { startsAt, endsAt, timeZone: zone } = group;
  const window = { startsAt, endsAt, zone };
  const looks = useMemo(() => perHour(props.looks), [props.looks]);
  const set = (state: SharingState) =>
    act(() => setSharing({ groupId: group.id, state }), { said: { text: t(`sharing.said.${state}`) } });
  const change = async (state: "on" | "paused") => {
    const answer = await setSharing({ groupId: group.id, state });
    if (answer.ok) router.refresh();
    return answer.ok;
  };
  const ask = sharing === "off" ? <ConsentPanel window={window} busy={busy} onAgree={() => set("on")} /> : null;
  const more = (
    <div className="flex flex-col gap-2">
      <DeniedHelpIfDenied />
      {sharing === "off" ? null : (
        <Button kind="ghost" size="lg" wide busy={busy && t("sharing.working")} onClick={() => set("off")}>
          {t("sharing.stop")}
        </Button>
      )}
      <LinkButton href={trackersHref} kind="ghost" size="lg" wide>
        {t("trackers.title")}
      </LinkButton>
    </div>
  );
  if (!map) return props.meanwhile;
  return (
    <>
      <map.MyMap
        agency={agency}
        zone={zone}
        group={group}
        me={{ userId }}
        leader={leader}
        meetingPoint={group.meetingPoint}
        consent={{ state: sharing, startsAt, endsAt, seenToo }}
        looks={looks}
        tiles={tiles}
        pack={pack}
        ask={ask}
        more={more}
        now={now}
        actions={{ setSharing: change }}
      />
      <KeepFresh seconds={KEPT_FRESH_S} />
    </>
  );
}
