"use client";
import { type ReactNode, useMemo, useState } from "react";
import { LiveAgency } from "@/components/live/use-live";
import { useScreenOn, useSharing } from "@/components/offline/use-sharing";
import type { SheetStop } from "@/components/ui/sheet";
import { LoadingRows } from "@/components/ui/skeleton";
import { EmptyState } from "@/components/ui/states";
import { useNow } from "@/components/ui/use-now";
import type { SharingState } from "@/lib/groups/contract";
import type { Trace } from "@/lib/tracking/rules/near";
import { buildBoard, referenceOf } from "./board";
import { GroupList, PhoneList } from "./group-list";
import type { MapHandle } from "./map-canvas";
import { MapStage } from "./map-stage";
import { MapTop } from "./map-top";
import { firstSight, markersOf, overlayOf } from "./marks";
import { MemberDetail } from "./member-detail";
import type { BusMarker, MapMember, MeetingPoint, Tiles } from "./model";
import { SubGroupFilter } from "./sub-group-filter";
import type { Tracks } from "./tracks";
import { TripOver } from "./trip-over";
import { Unread } from "./unread";
import { useSelection } from "./use-selection";
import { useSubGroup } from "./use-sub-group";
import { type TracksInput, useTracks } from "./use-tracks";
import { type Reading, useWords } from "./use-words";

export type GroupMapProps = Reading &
  Pick<TracksInput, "latest" | "trails"> & {
    /** The agency's slug. */
    agency: string;
    /** `startsAt`, `endsAt`: positions are shared between them. */
    group: { id: string; number: number; name: string; startsAt: Date; endsAt: Date };
    /** One line under the group's name, such as when the bus leaves. */
    subtitle?: string | null;
    /** Everybody in the group; the reader among them is left out. */
    members: readonly MapMember[];
    me: { userId: string; sharing: SharingState };
    meetingPoint: MeetingPoint | null;
    bus?: BusMarker | null;
    tiles?: Tiles | null;
    pack?: unknown;
    /** Whom the map opens on: a user's id. */
    selected?: string | null;
    /** Server time of this reading, ms. */
    now: number;
    status?: "ready" | "loading" | "error";
    actions: {
      reread: TracksInput["reread"];
      /** Where a member has been lately, oldest first. */
      readTrail?: (userId: string) => Promise<readonly Trace[]>;
    };
    /** A member's way as a file, for whoever may take it out. */
    filesOf?: ((member: MapMember) => ReactNode) | undefined;
    /** Addresses; ":userId" stands for the member. */
    hrefs?: { message?: string; announce?: string };
    /** Stands above everything: a call for help. */
    alert?: ReactNode;
  };

const PEEK_PX = 150;
const NO_TRACKS: Tracks = new Map();

/** The leader's live map: who is here, who is not, and the best clue where to look. */
export function GroupMap(props: GroupMapProps) {
  return (
    <LiveAgency value={props.agency}>
      <LeaderMap {...props} />
    </LiveAgency>
  );
}

function LeaderMap(props: GroupMapProps) {
  const { group, members, me, meetingPoint, actions, hrefs = {}, status = "ready", bus = null } = props;
  const words = useWords(props);
  const { t } = words;
  const nowMs = useNow(props.now).getTime();
  const now = useMemo(() => new Date(nowMs), [nowMs]);
  const [stop, setStop] = useState<SheetStop>("half");
  const [map, setMap] = useState<MapHandle | null>(null);
  const sharing = useSharing({ userKey: me.userId, agency: props.agency, enabled: me.sharing === "on" });
  useScreenOn();
  const { asOf, failed, catchUp, ...seen } = useTracks({ ...props, groupId: group.id, reread: actions.reread });
  const [ahead, over] = [now < group.startsAt, now > group.endsAt];
  // What somebody agreed to show ends with the trip, also on a map that stays open.
  const tracks = over ? NO_TRACKS : seen.tracks;

  const everybody = useMemo(() => members.filter((member) => member.userId !== me.userId), [members, me.userId]);
  const { others, ...subGroup } = useSubGroup(everybody, words.locale);
  const { reading } = sharing;
  const known = tracks.get(me.userId)?.latest.position ?? null;
  const mine = useMemo(() => (reading ? { ...reading, at: new Date(reading.atMs) } : known), [reading, known]);
  const from = useMemo(() => referenceOf(mine, meetingPoint, now), [mine, meetingPoint, now]);
  const board = useMemo(() => buildBoard(others, tracks, from, now), [others, tracks, from, now]);
  const { selected, trail, following, ...selection } = useSelection({
    board,
    from,
    map,
    tracks,
    first: props.selected ?? null,
    readTrail: actions.readTrail,
  });
  const selectedId = selected?.member.userId ?? null;
  const overlay = useMemo(
    () => overlayOf({ mine, meetingPoint, bus, trail, selected }),
    [mine, meetingPoint, bus, trail, selected],
  );
  const people = useMemo(() => markersOf(board.rows, selectedId), [board, selectedId]);

  const live = !ahead && !over;
  const loading = live && status === "loading" && tracks.size === 0;
  const unread = live && !loading && (status === "error" || failed) && tracks.size === 0;
  const shown = selected?.track?.latest.position;
  const spots = shown ? [shown, ...(from ? [from] : [])] : firstSight(people, [mine, meetingPoint], now);
  const messageHref = (userId: string) => hrefs.message?.replace(":userId", encodeURIComponent(userId)) ?? null;
  const select = (userId: string) => {
    selection.select(userId);
    setStop("half");
  };
  const shared = { from, now, words };
  const list = { board, words, messageHref, onSelect: select };
  return (
    <MapStage
      label={t("label", { name: group.name })}
      panelLabel={t("people")}
      stop={stop}
      onStop={setStop}
      peek={PEEK_PX}
      people={people}
      overlay={overlay}
      spots={spots}
      home={mine ?? meetingPoint}
      tiles={props.tiles ?? null}
      pack={props.pack ?? null}
      onSelect={select}
      onDragged={() => selection.follow(false)}
      onMap={setMap}
      over={
        <>
          {props.alert}
          <MapTop
            group={group}
            subtitle={props.subtitle ?? null}
            announceHref={hrefs.announce ?? null}
            asOf={asOf}
            sharing={me.sharing === "on" ? sharing : null}
            words={words}
          />
        </>
      }
    >
      {loading && <LoadingRows />}
      {unread && <Unread retry={() => void catchUp()} words={words} />}
      {selected && (
        <MemberDetail
          {...shared}
          row={selected}
          over={over}
          crumbs={trail.length}
          following={following}
          messageHref={messageHref(selected.member.userId)}
          onFollow={selection.follow}
          onBack={() => selection.select(null)}
          files={props.filesOf?.(selected.member)}
        />
      )}
      {ahead && (
        <EmptyState
          title={t("state.aheadTitle")}
          text={t("state.aheadBody", { date: words.date(group.startsAt), time: words.time(group.startsAt) })}
        />
      )}
      {over && !selected && <TripOver {...list} endsAt={group.endsAt} hasWays={props.filesOf !== undefined} />}
      {live &&
        !selected &&
        !loading &&
        (unread ? (
          <PhoneList {...list} />
        ) : (
          <GroupList
            {...shared}
            {...list}
            meetingLabel={meetingPoint?.label ?? null}
            filter={<SubGroupFilter {...subGroup} words={words} />}
          />
        ))}
    </MapStage>
  );
}
