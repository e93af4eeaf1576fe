import type { GroupRole } from "@/lib/groups/contract";
import { judgeTrip, type Window } from "@/lib/groups/policy";
import { type Actor, isPerson } from "@/lib/kernel/actor";
import { may } from "@/lib/kernel/permission";

/** The caller's own place in the group, asked of the database: what a session remembers may be over. */
export type Place = { role: GroupRole; personName: string; joinedAt: Date };
export type ChatSubject = Window & {
  groupId: string;
  branchId: string | null;
  place: Place | null;
  /** The office gave a reason and looks for now. */
  looking: boolean;
};

/** Whoever travels with the group. */
export const mayTalk = (actor: Actor, { place }: Pick<ChatSubject, "place">) => isPerson(actor) && place !== null;
/** Owner and admin, who must say why. */
export const mayLookInto = (actor: Actor) => isPerson(actor) && may(actor, "see", "chat");
export const mayReadChat = (actor: Actor, chat: Pick<ChatSubject, "place" | "looking">) =>
  mayTalk(actor, chat) || (chat.looking && mayLookInto(actor));
/** Leaders and helpers of this very group. */
export const mayLead = (actor: Actor, { place }: Pick<ChatSubject, "place">) =>
  isPerson(actor) && place !== null && place.role !== "pilgrim";
/** Who may know what was said before: leaders, and the office while it looks. */
export const maySeeOriginals = (actor: Actor, chat: Pick<ChatSubject, "place" | "looking">) =>
  mayLead(actor, chat) || (chat.looking && mayLookInto(actor));

/** May this person write now? Where only leaders may, a pilgrim reads. */
export const writesNow = ({ place }: Pick<ChatSubject, "place">, leadersOnly: boolean) =>
  place !== null && (!leadersOnly || place.role !== "pilgrim");

/** An agency that may only look keeps the chats of trips that run (PRODUCT 4.2). */
export const goesOn = (chat: Window, readOnly: boolean, now: Date) => !readOnly || judgeTrip(chat, now) === "running";
