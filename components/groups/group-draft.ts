import { type Group, type MeetingPoint, TRIP_DAYS } from "@/lib/groups/contract";
import { fromWall, toWall } from "./wall-time";

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

const DAY_MS = 86_400_000;

/** A fresh draft: in a month, for ten days, on Makkah's clock. */
export function newDraft(now: Date, branchId: string | null): GroupDraft {
  const timeZone = "Asia/Riyadh";
  const on = (days: number) => toWall(new Date(now.getTime() + days * DAY_MS), timeZone).slice(0, 10);
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

const isWhole = (text: string, max: number) => /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= max;

/** What is wrong with a draft before it is sent; empty when nothing is. */
export function judgeDraft(draft: GroupDraft): DraftErrors {
  const errors: DraftErrors = {};
  if (!isWhole(draft.number, 9999)) errors.number = draft.number ? "number" : "required";
  if (!draft.name.trim()) errors.name = "required";
  if (!isWhole(draft.capacity, 2000)) errors.capacity = draft.capacity ? "number" : "required";
  const start = fromWall(draft.startsAt, draft.timeZone);
  const end = fromWall(draft.endsAt, draft.timeZone);
  if (!start) errors.startsAt = "required";
  if (!end) errors.endsAt = "required";
  if (start && end && start >= end) errors.endsAt = "order";
  else if (start && end && end.getTime() - start.getTime() > TRIP_DAYS * DAY_MS) errors.endsAt = "length";
  if (draft.meetingPoint && !draft.meetingPoint.label.trim()) errors.meetingLabel = "required";
  return errors;
}

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
