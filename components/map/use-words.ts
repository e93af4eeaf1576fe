import { useLocale, useTranslations } from "next-intl";
import {
  formatAge,
  formatDate,
  formatDistance,
  formatDuration,
  formatNumber,
  formatPercent,
  formatTime,
} from "@/lib/i18n/formats";
import type { Row } from "./board";

/** How this reader sees times: in the trip's zone. */
export type Reading = { zone: string };

const HALF_DAY_MS = 12 * 3_600_000;

/** Numbers, times and clues as sentences in the reader's language; on the server as on the phone. */
export function useWords({ zone }: Reading) {
  const locale = useLocale();
  const t = useTranslations("map");
  const inZone = { zone };
  const number = (value: number) => formatNumber(locale, value);
  const distance = (metres: number) => formatDistance(locale, metres);
  /** An hour alone says nothing about yesterday. */
  const since = (at: Date, now: Date) => {
    const hour = formatTime(locale, at, inZone);
    return now.getTime() - at.getTime() < HALF_DAY_MS ? hour : `${formatDate(locale, at, inZone)}, ${hour}`;
  };

  const clue = ({ member, track, nearness }: Row, from: "leader" | "meeting" | null, now: Date): string => {
    const metres = nearness.distanceM;
    if (member.sos) return from && metres !== null ? t("clue.sosAway", { distance: distance(metres) }) : t("clue.sos");
    if (track && track.latest.sharing !== "on") return t(`clue.${track.latest.sharing}`);
    if (!nearness.seenAt) return t("clue.never");
    if (nearness.state === "no_signal") return t("clue.silent", { time: since(nearness.seenAt, now) });
    if (!from || metres === null) return t("clue.seen", { age: formatAge(locale, nearness.seenAt, now) });
    if (nearness.state === "near") return t(from === "leader" ? "clue.near" : "clue.nearMeeting");
    const { kind, forMs } = nearness.clue;
    return t(`clue.${kind}`, { distance: distance(metres), time: formatDuration(locale, forMs) });
  };

  return {
    t,
    locale,
    number,
    distance,
    since,
    clue,
    percent: (share: number) => formatPercent(locale, share),
    age: (at: Date, now: Date) => formatAge(locale, at, now),
    time: (at: Date) => formatTime(locale, at, inZone),
    date: (at: Date) => formatDate(locale, at, inZone),
  };
}
export type Words = ReturnType<typeof useWords>;
