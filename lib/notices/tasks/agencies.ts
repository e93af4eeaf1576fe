import {
  type AgencyDecision,
  accessChanged,
  agencyDecided,
  permissionAsked,
  permissionDecided,
  permissionTakenBack,
  trialEnding,
} from "@/lib/agencies/facts";
import { mayDecideRequest } from "@/lib/agencies/policy";
import { readOwners } from "@/lib/agencies/queries/platform";
import { formatDate } from "@/lib/i18n/formats";
import { translate } from "@/lib/i18n/translate";
import type { Call } from "@/lib/kernel/call";
import { oneByOne } from "@/lib/kernel/one-by-one";
import type { Ports } from "@/lib/kernel/ports";
import { on, type Task } from "@/lib/kernel/task";
import { notify, settle } from "../commands/notify";
import { readStaff } from "../queries";
import { deliver } from "./deliver";
import { tellStaff } from "./tell";

type Word = AgencyDecision | "ending";

/** Where the agency must still stand when a letter leaves, or it would say what is no longer so (R75). */
const HOLDS: Record<Word, readonly string[]> = {
  received: ["pending"],
  asked: ["pending"],
  approved: ["trial"],
  rejected: ["rejected"],
  suspended: ["suspended"],
  reactivated: ["trial", "active"],
  trial_changed: ["trial"],
  expired: ["expired"],
  ending: ["trial"],
};

/** Tells every owner by mail, each in their own language, and in the app. */
async function tellOwners(call: Call, ports: Ports, agencyId: string, news: Word): Promise<void> {
  const found = await readOwners(call, { id: agencyId });
  if (!found) return;
  // Its trial ran out while it was suspended: nothing works as before.
  const word = news === "reactivated" && found.agency.status === "expired" ? "expired" : news;
  if (!HOLDS[word].includes(found.agency.status)) return;
  const { agency, owners } = found;
  const dedupeKey = `${call.requestId}:${word}`;
  const kind = word === "ending" ? "trial_ending" : (`agency_${word}` as const);
  const userIds = owners.map(({ userId }) => userId);
  await notify(call, { agencyId, userIds, kind, about: {}, dedupeKey });
  await oneByOne(owners, async ({ userId, name, email, locale }) => {
    if (!email) return;
    const words = {
      name,
      agency: agency.name,
      date: agency.trialEndsAt ? formatDate(locale, agency.trialEndsAt, { zone: agency.timeZone, year: true }) : "",
      note: agency.decisionReason ? `\n\n${agency.decisionReason}` : "",
    };
    const subject = translate(locale, `letters.${word}.subject`, words);
    const body = translate(locale, `letters.${word}.body`, words);
    const letter = { channel: "mail" as const, to: email, subject, body, locale, userId };
    await deliver(call, ports, { ...letter, dedupeKey: `${dedupeKey}:${userId}` });
  });
}

const ownersOf = async (call: Call, agencyId: string) => {
  const found = await readOwners(call, { id: agencyId });
  return found?.owners.map(({ userId }) => userId) ?? [];
};

export const tasks: Task[] = [
  on(agencyDecided, "notices.agency_decided", (call, { agencyId, decision }, ports) =>
    tellOwners(call, ports, agencyId, decision),
  ),
  on(trialEnding, "notices.trial_ending", (call, { agencyId }, ports) => tellOwners(call, ports, agencyId, "ending")),
  on(accessChanged, "notices.access_changed", async (call, { agencyId, accessId, state }) => {
    if (state !== "taken") return;
    const [userIds, dedupeKey] = [await ownersOf(call, agencyId), `access:${accessId}`];
    await notify(call, { agencyId, userIds, kind: "access_taken", about: {}, dedupeKey });
  }),
  on(permissionAsked, "notices.permission_asked", async (call, { requestId, userId }) => {
    const asker = (await readStaff(call, {})).find((one) => one.userId === userId);
    if (!asker) return;
    const about = { userId, askedId: requestId };
    const news = { kind: "permission_asked" as const, about, dedupeKey: `asked:${requestId}` };
    await tellStaff(call, (who) => mayDecideRequest(who, asker), news);
  }),
  on(permissionDecided, "notices.permission_decided", async (call, { agencyId, requestId, userId, status }) => {
    await settle(call, { kinds: ["permission_asked"], about: { askedId: requestId } });
    const news = { kind: `permission_${status}` as const, about: {}, dedupeKey: `decided:${requestId}` };
    await notify(call, { agencyId, userIds: [userId], ...news });
  }),
  on(permissionTakenBack, "notices.permission_taken_back", (call, { agencyId, userId }) => {
    const news = { kind: "permission_taken_back" as const, about: {}, dedupeKey: `taken:${call.requestId}` };
    return notify(call, { agencyId, userIds: [userId], ...news });
  }),
];
