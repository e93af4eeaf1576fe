"use client";

import { useTranslations } from "next-intl";
import { useMapPack } from "@/components/journey/use-map-pack";
import { GroupMap } from "@/components/map/group-map";
import type { MapMember, MeetingPoint, Tiles } from "@/components/map/model";
import { SaveWay } from "@/components/map/save-way";
import { KeepFresh } from "@/components/shell/keep-fresh";
import type { Answer } from "@/components/shell/use-act";
import { serverNow } from "@/components/ui/server-clock";
import type { LatestPosition, Position } from "@/lib/tracking/contract";
import type { Trace } from "@/lib/tracking/rules/near";

type OfficeMapProps = {
  agency: string;
  group: { id: string; number: number; name: string; startsAt: Date; endsAt: Date };
  zone: string;
  members: readonly MapMember[];
  userId: string;
  meetingPoint: MeetingPoint | null;
  latest: readonly LatestPosition[];
  trails: Readonly<Record<string, readonly Trace[]>>;
  tiles: Tiles | null;
  packId: string | null;
  /** Whether the reader may take a member's way out as a file. */
  mayExport: boolean;
  /** Server time, ms. */
  now: number;
  look: (input: { groupId: string }) => Promise<Answer<{ data: LatestPosition[] }>>;
  readWay: (input: { groupId: string; userId: string; from: string }) => Promise<Answer<{ data: Position[] }>>;
};

/** The stream tells of positions; who has joined or left, and where one meets, the page asks. */
const KEPT_FRESH_S = 60;
/** How far back a member's way is shown. */
const WAY_MS = 3_600_000;

/** The leader's map on the office's wide screen. The office looks on and sends no position of its own. */
export function OfficeMap({ agency, group, packId, look, readWay, userId, mayExport, ...map }: OfficeMapProps) {
  const t = useTranslations("office.map");
  const pack = useMapPack(agency, packId);
  const reread = async () => {
    const answer = await look({ groupId: group.id });
    return answer.ok ? answer.value.data : null;
  };
  const readTrail = async (of: string) => {
    const from = new Date(serverNow() - WAY_MS).toISOString();
    const answer = await readWay({ groupId: group.id, userId: of, from });
    return answer.ok ? answer.value.data : [];
  };
  return (
    <>
      <GroupMap
        {...map}
        agency={agency}
        group={group}
        subtitle={t("looksKept")}
        me={{ userId, sharing: "off" }}
        pack={pack}
        filesOf={mayExport ? (member) => <SaveWay agency={agency} groupId={group.id} member={member} /> : undefined}
        actions={{ reread, readTrail }}
      />
      <KeepFresh seconds={KEPT_FRESH_S} />
    </>
  );
}
