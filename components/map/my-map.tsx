"use client";
import { type ReactNode, useMemo, useState } from "react";
import { LiveAgency, useLiveState } from "@/components/live/use-live";
import { useOwnSpot } from "@/components/offline/use-own-spot";
import { useScreenOn, useSharing } from "@/components/offline/use-sharing";
import { Banner } from "@/components/ui/banner";
import type { SheetStop } from "@/components/ui/sheet";
import { useNow } from "@/components/ui/use-now";
import { type Leader, LeaderCard } from "./leader-card";
import { MapStage } from "./map-stage";
import type { MeetingPoint, Tiles } from "./model";
import type { Overlay } from "./overlay-layer";
import { type Consent, judgeConsent, PrivacyCard } from "./privacy-card";
import { type Look, Looks, SendingStatus, SharingSwitch } from "./sharing-card";
import { type Reading, useWords } from "./use-words";
import { WayThere } from "./way-there";

export type MyMapProps = Reading & {
  /** The agency's slug. */
  agency: string;
  group: { id: string; number: number; name: string };
  me: { userId: string };
  leader: Leader | null;
  meetingPoint: MeetingPoint | null;
  consent: Consent;
  /** Who looked, newest first; left out where it was not read. */
  looks?: readonly Look[];
  tiles?: Tiles | null;
  pack?: unknown;
  /** Asks for consent in place of the switch, while there is none. */
  ask?: ReactNode;
  /** Stands below the switch. */
  more?: ReactNode;
  /** Server time of this reading, ms. */
  now: number;
  actions: {
    /** True once the server has taken it. */
    setSharing: (state: "on" | "paused") => Promise<boolean>;
  };
};

const PEEK_PX = 132;
/** A pilgrim sees the meeting point and themself (PRODUCT 3). */
const NOBODY: readonly [] = [];

/** The pilgrim's map: where to go, who to call, and who sees one. */
export function MyMap(props: MyMapProps) {
  return (
    <LiveAgency value={props.agency}>
      <PilgrimMap {...props} />
    </LiveAgency>
  );
}

function PilgrimMap(props: MyMapProps) {
  const { group, me, leader, meetingPoint, consent, looks, actions } = props;
  const words = useWords(props);
  const { t } = words;
  const now = useNow(props.now);
  const [stop, setStop] = useState<SheetStop>("half");
  const { over, visible } = judgeConsent(consent, now);
  const sharing = useSharing({ userKey: me.userId, agency: props.agency, enabled: visible || consent.seenToo });
  useScreenOn();
  const blocked = sharing.state === "denied" || sharing.state === "unsupported";
  const offline = useLiveState() === "retrying";

  const own = useOwnSpot(!visible);
  const mine = sharing.reading ?? own;
  const overlay = useMemo((): Overlay => {
    const you = mine && { lat: mine.lat, lng: mine.lng, heading: mine.heading, accuracy: mine.accuracy };
    const route = mine && meetingPoint ? [mine, meetingPoint] : [];
    return { you, meeting: meetingPoint, bus: null, trail: [], route, picked: null };
  }, [mine, meetingPoint]);
  return (
    <MapStage
      label={t("label", { name: group.name })}
      panelLabel={t("my.title")}
      stop={stop}
      onStop={setStop}
      peek={PEEK_PX}
      people={NOBODY}
      overlay={overlay}
      spots={[mine, meetingPoint].filter((spot) => spot !== null)}
      home={mine ?? meetingPoint}
      keepHome
      tiles={props.tiles ?? null}
      pack={props.pack ?? null}
      bothScripts
      over={
        <>
          <h1 className="sr-only">{t("my.title")}</h1>
          <PrivacyCard consent={consent} blocked={blocked} now={now} words={words} />
          {offline && sharing.state !== "waiting" && (
            <Banner kind="offline" className="shadow-pop">
              {t("state.offlineTitle")}
            </Banner>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <WayThere me={mine} meetingPoint={meetingPoint} words={words} />
        {leader && <LeaderCard leader={leader} words={words} />}
        <SendingStatus sharing={sharing} now={now} words={words} />
        {!over && (props.ask ?? <SharingSwitch consent={consent} set={actions.setSharing} words={words} />)}
        {props.more}
        {looks && <Looks looks={looks} now={now} words={words} />}
      </div>
    </MapStage>
  );
}
