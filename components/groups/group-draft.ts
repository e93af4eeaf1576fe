import type { Group, MeetingPoint } from "@/lib/groups/contract";
import { fromWall, toWall } from "@/lib/i18n/wall-time";
import { DAY } from "@/lib/kernel/durations";

/** A group as it is typed: every field is text until it is sent. */
export type GroupDraft = {
  number: string;
  name: string;
  branchId: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  capacity: string;
  needsApproval: boolean;
  meetingPoint: MeetingPoint | null;
};
type Field = keyof GroupDraft;
export type DraftErrors = Partial<
  Record<Field | "meetingLabel", "required" | "number" | "order" | "length" | "refused">
>;

/** What an action takes; times in ISO. */
export type GroupWish = {
  number: number;
  name: string;
  branchId: string | null;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  capacity: number;
  needsApproval: boolean;
  meetingPoint: MeetingPoint | null;
};

/** A fresh draft: in a month, for ten days, on Makkah's clock. */
export function newDraft(now: Date, branchId: string | null): GroupDraft {
  const timeZone = "Asia/Riyadh";
  const on = (days: number) => toWall(new Date(now.getTime() + days * DAY), timeZone).slice(0, 10);
  return {
    number: "",
    name: "",
    branchId: branchId ?? "",
    startsAt: `${on(30)}T08:00`,
    endsAt: `${on(39)}T20:00`,
    timeZone,
    capacity: "45",
    needsApproval: false,
    meetingPoint: null,
  };
}

export const draftOf = (group: Group): GroupDraft => ({
  number: String(group.number),
  name: group.name,
  branchId: group.branchId ?? "",
  startsAt: toWall(group.startsAt, group.timeZone),
  endsAt: toWall(group.endsAt, group.timeZone),
  timeZone: group.timeZone,
  capacity: String(group.capacity),
  needsApproval: group.needsApproval,
  meetingPoint: group.meetingPoint,
});

/** Only for a draft without errors. */
export const wishOf = (draft: GroupDraft): GroupWish => ({
  number: Number(draft.number),
  name: draft.name.trim(),
  branchId: draft.branchId || null,
  startsAt: fromWall(draft.startsAt, draft.timeZone)?.toISOString() ?? "",
  endsAt: fromWall(draft.endsAt, draft.timeZone)?.toISOString() ?? "",
  timeZone: draft.timeZone,
  capacity: Number(draft.capacity),
  needsApproval: draft.needsApproval,
  meetingPoint: draft.meetingPoint,
});

/** Only what differs: somebody else may have changed the rest meanwhile. */
export function changeOf(group: Group, wish: GroupWish): Partial<GroupWish> {
  const before = wishOf(draftOf(group));
  const changed = (Object.keys(wish) as (keyof GroupWish)[]).filter(
    (key) => JSON.stringify(wish[key]) !== JSON.stringify(before[key]),
  );
  return Object.fromEntries(changed.map((key) => [key, wish[key]]));
}

/** Which of our fields a refusal's path means. */
export const draftFieldOf = (path: string) =>
  (path.startsWith("meetingPoint") ? "meetingLabel" : path) as Field | "meetingLabel";

/** The fields a refusal named, as ours. */
export function errorsOf(details: unknown): DraftErrors {
  const fields = (details as { fields?: Record<string, unknown> } | undefined)?.fields ?? {};
  return Object.fromEntries(Object.keys(fields).map((path) => [draftFieldOf(path), "refused"]));
}
