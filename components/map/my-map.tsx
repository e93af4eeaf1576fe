"use client";
import { Phone } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { LiveAgency, useLive, useLiveState, useWatchGroup } from "@/components/live/use-live";
import { useScreenOn, useSharing } from "@/components/offline/use-sharing";
import { Avatar } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import type { SheetStop } from "@/components/ui/sheet";
import { useNow } from "@/components/ui/use-now";
import type { Position } from "@/lib/tracking/contract";
import { MapStage } from "./map-stage";
import type { MeetingPoint, PersonMarker, Tiles } from "./model";
import type { Overlay } from "./overlay-layer";
import {
  type Consent,
  judgeConsent,
  type Look,
  Looks,
  PrivacyCard,
  SendingStatus,
  SharingSwitch,
} from "./sharing-card";
import { readBatch } from "./tracks";
import { type Reading, useWords, type Words } from "./use-words";
import { WayThere } from "./way-there";

export type Leader = {
  userId: string;
  name: string;
  phone: string | null;
  position: Position | null;
  note?: string | null;
};
export type MyMapProps = Reading & {
  /** The agency's slug. */
  agency: string;
  group: { id: string; number: number; name: string };
  me: { userId: string; position: Position | null };
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
    /** Reads the page again after the connection was gone. */
    refresh?: () => void;
  };
};

const PEEK_PX = 132;

/** The pilgrim's map: where to go, who to call, and who sees one. */
export function MyMap(props: MyMapProps) {
  return (
    <LiveAgency value={props.agency}>
      <PilgrimMap {...props} />
    </LiveAgency>
  );
}

function LeaderCard({ leader, now, words }: { leader: Leader; now: Date; words: Words }) {
  const { t } = words;
  const seen = leader.note ?? (leader.position && t("my.leaderSeen", { age: words.age(leader.position.at, now) }));
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-2xl bg-chip p-3">
      <Avatar name={leader.name} size={48} />
      <div className="min-w-0 flex-[99_1_9rem]">
        <p className="text-lg leading-6 font-semibold">{t("my.leader", { name: leader.name })}</p>
        {seen && <p className="text-md text-ink-2">{seen}</p>}
      </div>
      {leader.phone && (
        <a href={`tel:${leader.phone}`} className="btn flex-auto" data-kind="primary" data-size="lg">
          <Phone size={22} aria-hidden />
          {t("my.call")}
        </a>
      )}
    </div>
  );
}

function useLeader({ leader, group, actions }: MyMapProps): Leader | null {
  const [fresh, setFresh] = useState<Position | null>(null);
  useLive("position:batch", (payload) => {
    const news = readBatch(payload, group.id)?.find((one) => one.userId === leader?.userId)?.position;
    if (news) setFresh((before) => (before && before.at >= news.at ? before : news));
  });
  useWatchGroup(group.id, () => actions.refresh?.());
  const read = leader?.position ?? null;
  const position = fresh && (!read || fresh.at > read.at) ? fresh : read;
  return useMemo(() => leader && { ...leader, position }, [leader, position]);
}

function PilgrimMap(props: MyMapProps) {
  const { group, me, meetingPoint, consent, looks, actions } = props;
  const words = useWords(props);
  const { t } = words;
  const now = useNow(props.now);
  const [stop, setStop] = useState<SheetStop>("half");
  const { over, visible } = judgeConsent(consent, now);
  const sharing = useSharing({ userKey: me.userId, agency: props.agency, enabled: visible });
  useScreenOn();
  const leader = useLeader(props);
  const offline = useLiveState() === "retrying";

  const mine = sharing.reading ?? me.position;
  const people = useMemo((): PersonMarker[] => {
    if (!leader?.position) return [];
    const { lat, lng, at } = leader.position;
    return [{ id: leader.userId, name: leader.name, lat, lng, fixAtMs: at.getTime(), state: "fresh", selected: false }];
  }, [leader]);
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
      people={people}
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
          <PrivacyCard consent={consent} now={now} words={words} />
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
        {leader && <LeaderCard leader={leader} now={now} words={words} />}
        <SendingStatus sharing={sharing} now={now} words={words} />
        {!over && (props.ask ?? <SharingSwitch consent={consent} set={actions.setSharing} words={words} />)}
        {props.more}
        {looks && <Looks looks={looks} now={now} words={words} />}
      </div>
    </MapStage>
  );
}
