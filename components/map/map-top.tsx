"use client";
import { Megaphone } from "lucide-react";
import { useLiveState } from "@/components/live/use-live";
import type { SharingView } from "@/components/offline/sharing-view";
import { GroupTag } from "@/components/ui/band";
import { Banner } from "@/components/ui/banner";
import type { Words } from "./use-words";

type MapTopProps = {
  group: { number: number; name: string };
  subtitle: string | null;
  announceHref: string | null;
  /** When the shown positions were last confirmed. */
  asOf: number;
  /** What of the reader's own positions waits, when the reader shares. */
  sharing: SharingView | null;
  words: Words;
};

/** Whose map this is, and below it what is wrong with the connection, if anything. */
export function MapTop({ group, subtitle, announceHref, asOf, sharing, words }: MapTopProps) {
  const { t } = words;
  const offline = useLiveState() === "retrying";
  return (
    <div className="qm-top flex flex-col gap-2">
      <div className="qm-card flex flex-wrap items-center gap-3 py-2.5 ps-3 pe-2.5">
        <GroupTag number={group.number} size={36} />
        <div className="min-w-[min(7rem,100%)] flex-1">
          <h1 className="text-md leading-5 font-semibold">
            <bdi>{group.name}</bdi>
          </h1>
          {subtitle && <p className="text-base text-ink-2">{subtitle}</p>}
        </div>
        {announceHref && (
          <a
            href={announceHref}
            className="grid size-12 flex-none place-items-center rounded-lg bg-chip"
            aria-label={t("act.announce")}
          >
            <Megaphone size={22} aria-hidden />
          </a>
        )}
      </div>
      {offline && (
        <Banner kind="offline" title={`${t("state.offlineTitle")}.`} className="shadow-pop">
          {t("state.offlineAsOf", { time: words.time(new Date(asOf)) })}{" "}
          {sharing && t("state.kept", { count: sharing.unsent, shown: words.number(sharing.unsent) })}
        </Banner>
      )}
    </div>
  );
}
