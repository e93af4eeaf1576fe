import { z } from "zod";
import { formatMoney, formatShortDate, formatSpan, formatTime } from "@/lib/i18n/formats";
import { translate } from "@/lib/i18n/translate";
import { isSystem } from "@/lib/kernel/actor";
import { nothing } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { reader } from "./commands/notify";
import {
  About,
  type Delivery,
  DeliveryRef,
  ExportOutbox,
  ListNotifications,
  ListOutbox,
  NoticeKind,
  type NotificationPage,
} from "./contract";
import { hrefOf, isPlatformStaff, isSomebody, mayExportOutbox, maySeeOutbox } from "./policy";
import { mentions } from "./rules";
import { amongPlatforms, findDelivery } from "./store/deliveries";
import { countUnread, listNotifications } from "./store/notifications";
import { listDeliveries } from "./store/outbox";
import {
  findContact,
  findGroupNames,
  findPlace,
  isWaiting,
  listDeciders,
  listListeners,
  listStaff,
} from "./store/people";
import { listSuperAdmins } from "./store/probes";

/** How to write to a user; for tasks only. */
export const readContact = query({
  name: "notices.read_contact",
  input: z.strictObject({ userId: z.uuid() }),
  fence: "platform",
  load: nothing,
  allow: isSystem,
  run: (work, { userId }) => findContact(work, userId),
});

/** Who hears that a part of the installation fails; for tasks only. */
export const readSuperAdmins = query({
  name: "notices.read_super_admins",
  fence: "platform",
  input: z.strictObject({}),
  load: nothing,
  allow: isSystem,
  run: listSuperAdmins,
});

const InGroup = z.strictObject({ groupId: z.uuid() });

/** What a letter calls a group and its agency; for tasks only. */
export const readGroupNames = query({
  name: "notices.read_group_names",
  input: InGroup,
  load: nothing,
  allow: isSystem,
  run: (work, { groupId }) => findGroupNames(work, groupId),
});

/** Is this person in the group at this moment? What a letter says is asked again before it is sent (R75); for tasks only. */
export const readPlace = query({
  name: "notices.read_place",
  input: z.strictObject({ groupId: z.uuid(), userId: z.uuid() }),
  load: nothing,
  allow: isSystem,
  run: (work, { groupId, userId }) => findPlace(work, groupId, userId),
});

/** Has nobody answered this join request yet? For tasks only. */
export const readAsked = query({
  name: "notices.read_asked",
  input: z.strictObject({ groupId: z.uuid(), userId: z.uuid() }),
  load: nothing,
  allow: isSystem,
  run: (work, { groupId, userId }) => isWaiting(work, groupId, userId),
});

/** Who may answer a group's join requests; for tasks only. */
export const readDeciders = query({
  name: "notices.read_deciders",
  input: InGroup,
  load: nothing,
  allow: isSystem,
  run: (work, { groupId }) => listDeciders(work, groupId),
});

/** Who works in the agency, to ask a policy about; for tasks only. */
export const readStaff = query({
  name: "notices.read_staff",
  input: z.strictObject({}),
  load: nothing,
  allow: isSystem,
  run: listStaff,
});

/** Whom a text in this group's chat calls by name, unless they silenced it; for tasks only. */
export const readMentioned = query({
  name: "notices.read_mentioned",
  input: z.strictObject({ groupId: z.uuid(), text: z.string() }),
  load: nothing,
  allow: isSystem,
  run: async (work, { groupId, text }) => {
    const listeners = await listListeners(work, groupId);
    return listeners.filter(({ personName }) => mentions(text, personName)).map(({ userId }) => userId);
  },
});

/** A kept message, to be sent again; for tasks only. */
export const readLetter = query({
  name: "notices.read_letter",
  input: DeliveryRef,
  load: nothing,
  allow: isSystem,
  run: (work, { id }) => findDelivery(work, id),
});

/** A letter of the platform, for the task that sends it. */
export const readPlatformLetter = query({
  name: "notices.read_platform_letter",
  fence: "platform",
  input: DeliveryRef,
  load: nothing,
  allow: isSystem,
  run: (work, { id }) => findDelivery(amongPlatforms(work), id),
});

/** What the agency sent, or would have sent, the newest first. */
export const listOutbox = query({
  name: "notices.list_outbox",
  input: ListOutbox,
  load: nothing,
  allow: maySeeOutbox,
  run: listDeliveries,
});

/** The same of the platform's own letters. */
export const listPlatformOutbox = query({
  name: "notices.list_platform_outbox",
  fence: "platform",
  input: ListOutbox,
  load: nothing,
  allow: isPlatformStaff,
  // Inside an agency's door, too, these are the platform's.
  run: (work, input) => listDeliveries(amongPlatforms(work), input),
});

const EXPORT_PAGE = 500;

/** Every message of a list, for a file. */
export const exportOutbox = query({
  name: "notices.export_outbox",
  input: ExportOutbox,
  load: nothing,
  allow: mayExportOutbox,
  run: async (work, input) => {
    const data: Delivery[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDeliveries(work, { ...input, limit: EXPORT_PAGE, cursor });
      data.push(...page.data);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return { data };
  },
});

/** Days, not moments, and with their year: it is read whenever. */
const sayDays = (locale: string, { from, to }: NonNullable<About["days"]>) =>
  formatSpan(locale, new Date(from), new Date(to), { zone: "UTC", now: new Date(0) });

type Names = { agency: string; timeZone: string; group?: string | null; person?: string | null };
/** Plain verb: what a notice says, in one language, as things are called now. */
export function sayNotice(locale: string, kind: NoticeKind, { label, money, at, days }: About, names: Names): string {
  const { agency, timeZone: zone, group, person } = names;
  const date = at && new Date(at);
  return translate(locale, `notices.told.${kind}`, {
    agency,
    group: group ?? "–",
    person: person ?? translate(locale, "notices.somebody"),
    label: label ?? "–",
    amount: money ? formatMoney(locale, money) : "–",
    date: date ? `${formatShortDate(locale, date, { zone })} ${formatTime(locale, date, { zone })}` : "–",
    days: days ? sayDays(locale, days) : "–",
  });
}

/** What the caller was told in the app, the newest first, in their language at this moment. */
export const listMyNotifications = query({
  name: "notices.list",
  input: ListNotifications,
  load: reader,
  allow: isSomebody,
  run: async (work, input, { userId, roles }): Promise<NotificationPage> => {
    const [page, unread] = await Promise.all([listNotifications(work, userId, input), countUnread(work, userId)]);
    const data = page.data.map(({ notification: { id, createdAt, readAt, ...row }, slug, ...names }) => {
      const kind = NoticeKind.parse(row.kind);
      const about = About.parse(row.payload);
      const [text, href] = [sayNotice(work.locale, kind, about, names), hrefOf(kind, about, { slug, roles })];
      return { id, kind, text, href, createdAt, readAt };
    });
    return { data, nextCursor: page.nextCursor, unread };
  },
});
