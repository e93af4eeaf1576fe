"use client";
import { useLiveState } from "@/components/live/use-live";
import type { SharingView } from "@/components/offline/sharing-view";
import { Banner } from "@/components/ui/banner";
import { GroupCard, type GroupCardProps } from "./group-card";

type MapTopProps = GroupCardProps & {
  /** When the shown positions were last confirmed. */
  asOf: number;
  /** What of the reader's own positions waits, when the reader shares. */
  sharing: SharingView | null;
};

/** Whose map this is, and below it what is wrong with the connection, if anything. */
export function MapTop({ group, subtitle, announceHref, asOf, sharing, words }: MapTopProps) {
  const { t } = words;
  const offline = useLiveState() === "retrying";
  return (
    <div className="qm-top flex flex-col gap-2">
      <GroupCard group={group} subtitle={subtitle} announceHref={announceHref} words={words} />
      {offline && (
        <Banner kind="offline" title={`${t("state.offlineTitle")}.`} className="shadow-pop">
          {t("state.offlineAsOf", { time: words.time(new Date(asOf)) })}{" "}
          {sharing && t("state.kept", { count: sharing.unsent, shown: words.number(sharing.unsent) })}
        </Banner>
      )}
    </div>
  );
}
