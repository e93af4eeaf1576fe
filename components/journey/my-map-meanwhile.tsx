import { type Leader, LeaderCard } from "@/components/map/leader-card";
import { MapMeanwhile } from "@/components/map/map-meanwhile";
import { MeetingPlace } from "@/components/map/meeting-place";
import { judgeConsent, PrivacyCard } from "@/components/map/privacy-card";
import { useWords } from "@/components/map/use-words";
import type { Group, SharingState } from "@/lib/groups/contract";

type MyMapMeanwhileProps = {
  group: Group;
  sharing: SharingState;
  /** Another group that travels now sees the reader. */
  seenToo: boolean;
  leader: Leader | null;
  now: Date;
};

/** Who sees one, where to meet and whom to call: written by the server, since the map's scripts take seconds on a slow
 * network. */
export function MyMapMeanwhile({ group, sharing, seenToo, leader, now }: MyMapMeanwhileProps) {
  const words = useWords({ zone: group.timeZone });
  const consent = { state: sharing, startsAt: group.startsAt, endsAt: group.endsAt, seenToo };
  return (
    <MapMeanwhile
      over={
        <>
          <h1 className="sr-only">{words.t("my.title")}</h1>
          <PrivacyCard consent={consent} now={now} words={words} />
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <MeetingPlace meetingPoint={group.meetingPoint} words={words} />
        {leader && <LeaderCard leader={leader} words={words} />}
        {judgeConsent(consent, now).visible && <p className="text-md text-ink-2">{words.t("my.hidden")}</p>}
      </div>
    </MapMeanwhile>
  );
}
