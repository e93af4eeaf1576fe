import type { MeetingPoint } from "./model";
import type { Words } from "./use-words";

/** Where to meet, for who is not known to be anywhere. */
export function MeetingPlace({ meetingPoint, words: { t } }: { meetingPoint: MeetingPoint | null; words: Words }) {
  if (!meetingPoint) return <Plain title={t("my.noMeeting")} text={t("my.noMeetingBody")} />;
  return <Plain title={t("my.meeting", { place: meetingPoint.label })} text={t("my.noPosition")} />;
}

export function Plain({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <p className="display text-2xl">{title}</p>
      <p className="text-lg text-ink-2">{text}</p>
    </div>
  );
}
