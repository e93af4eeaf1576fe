"use client";
import { ArrowUp } from "lucide-react";
import { bearingDeg, distanceM, type Spot } from "@/lib/tracking/rules/geo";
import { sector, walkMinutes } from "./geo";
import { MeetingPlace, Plain } from "./meeting-place";
import type { MeetingPoint } from "./model";
import { useCompass } from "./use-compass";
import type { Words } from "./use-words";

/** Nearer than this one is there: GPS cannot tell better. */
const THERE_M = 25;

function Distance({ metres, words: { t, number } }: { metres: number; words: Words }) {
  if (metres >= 995) return t("my.kilometres", { shown: number(Math.round(metres / 100) / 10) });
  const shown = metres < 50 ? Math.round(metres) : Math.round(metres / 10) * 10;
  return t("my.metres", { count: shown, shown: number(shown) });
}

/** Arrow, distance and minutes to the meeting point, all computed on the phone: it works without any network. */
export function WayThere({
  me,
  meetingPoint,
  words,
}: {
  me: Spot | null;
  meetingPoint: MeetingPoint | null;
  words: Words;
}) {
  const { t, number } = words;
  const { heading, ask } = useCompass();
  if (!me || !meetingPoint) return <MeetingPlace meetingPoint={meetingPoint} words={words} />;
  const metres = distanceM(me, meetingPoint);
  if (metres < THERE_M) return <Plain title={t("my.arrived")} text={meetingPoint.label} />;
  const bearing = bearingDeg(me, meetingPoint);
  const minutes = walkMinutes(metres);
  return (
    <div className="flex items-center gap-4">
      <span
        role="img"
        aria-label={t("my.direction", { direction: t(`compass.${sector(bearing)}`) })}
        className="grid size-20 flex-none place-items-center rounded-full border-2 border-lamp-edge bg-lamp text-on-lamp"
      >
        {/* A compass arrow points into the world: it is never mirrored. */}
        <ArrowUp size={46} strokeWidth={2.75} aria-hidden style={{ rotate: `${bearing - (heading ?? 0)}deg` }} />
      </span>
      <div className="min-w-0">
        <p className="display text-3xl">
          <Distance metres={metres} words={words} />
        </p>
        <p className="text-lg text-ink-2">{t("my.toMeeting", { count: minutes, shown: number(minutes) })}</p>
        <p className="text-md text-ink-2">{meetingPoint.label}</p>
        {heading === null &&
          (ask ? (
            <button
              type="button"
              onClick={ask}
              className="min-h-12 text-start text-md font-semibold text-primary-ink underline"
            >
              {t("my.turn")}
            </button>
          ) : (
            <p className="text-md text-ink-2">{t("my.northUp")}</p>
          ))}
      </div>
    </div>
  );
}
