import { TRIP_DAYS } from "@/lib/groups/contract";
import { fromWall } from "@/lib/i18n/wall-time";
import { DAY } from "@/lib/kernel/durations";
import type { DraftErrors, GroupDraft } from "./group-draft";

// Apart from the draft itself, because the contract brings zod: it comes with the form, not with the page.
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
  else if (start && end && end.getTime() - start.getTime() > TRIP_DAYS * DAY) errors.endsAt = "length";
  if (draft.meetingPoint && !draft.meetingPoint.label.trim()) errors.meetingLabel = "required";
  return errors;
}
