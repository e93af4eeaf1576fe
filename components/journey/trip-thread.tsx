import { useLocale, useTranslations } from "next-intl";
import { type Stop, Thread } from "@/components/ui/thread";
import type { Group } from "@/lib/groups/contract";
import { formatNearDate, formatShortDate } from "@/lib/i18n/formats";
import { tripDay } from "./trip";

type TripThreadProps = { group: Pick<Group, "startsAt" | "endsAt" | "timeZone" | "state">; now: Date };

/** The trip as a thread: setting out, today, coming home. */
export function TripThread({ group, now }: TripThreadProps) {
  const t = useTranslations("my.trip");
  const locale = useLocale();
  const at = { zone: group.timeZone };
  const { day, days } = tripDay(group, now);
  const today: Stop = { id: "today", label: t("today"), state: "now", detail: formatShortDate(locale, now, at) };
  const start: Stop = {
    id: "start",
    label: t("start"),
    state: group.state === "upcoming" ? "next" : "done",
    detail: formatNearDate(locale, group.startsAt, { ...at, now }),
  };
  const end: Stop = {
    id: "end",
    label: t("end"),
    state: group.state === "past" ? "done" : "next",
    detail: formatNearDate(locale, group.endsAt, { ...at, now }),
  };
  const stops = {
    upcoming: [today, start, end],
    running: [start, { ...today, label: t("day", { day, days }) }, end],
    past: [start, end],
  }[group.state];
  return <Thread label={t("thread")} stops={stops} />;
}
