import { readPublicAgency } from "@/lib/agencies/queries/public";
import { translate } from "@/lib/i18n/translate";
import type { Person } from "@/lib/kernel/actor";
import { agencyOf, type Call } from "@/lib/kernel/call";
import type { Ports } from "@/lib/kernel/ports";
import { notify } from "../commands/notify";
import type { About, NoticeKind } from "../contract";
import { hrefOf } from "../policy";
import { readContact, readStaff, sayNotice } from "../queries";
import { deliver } from "./deliver";

/** One thing to be told; the same key is the same news. */
export type News = { kind: NoticeKind; about: About; dedupeKey: string };
/** Somebody without a login, as they were written down. */
export type Guest = { name: string; email: string | null; phone: string | null };

type To = Guest & { userId: string | null; locale: string };

/** Where it is read. Pages of one's own open to nobody without a login, who finds the agency's door and its hotline. */
function pageOf({ userId }: To, { kind, about }: News, slug: string): string {
  const page = hrefOf(kind, about, { slug, roles: ["pilgrim"] });
  return userId || !page.startsWith(`/a/${slug}/my/`) ? page : `/a/${slug}`;
}

async function write(call: Call, ports: Ports, to: To, news: News) {
  const { kind, about, dedupeKey } = news;
  const { slug, name: agency, timeZone } = await readPublicAgency(call, {});
  const text = sayNotice(to.locale, kind, about, { agency, timeZone });
  const link = `${call.publicUrl}${pageOf(to, news, slug)}`;
  const words = { text, agency, name: to.name, link };
  const letter = { locale: to.locale, userId: to.userId, dedupeKey: `${dedupeKey}:${to.userId ?? "guest"}` };
  if (to.email) {
    const body = translate(to.locale, "mail.notice.body", words);
    await deliver(call, ports, { ...letter, channel: "mail", to: to.email, subject: text, body });
  } else if (to.phone && !to.userId) {
    const body = translate(to.locale, "mail.notice.text", words);
    await deliver(call, ports, { ...letter, channel: "sms", to: to.phone, body });
  }
}

/** Tells a person under the bell and, where there is an address, by mail, in their own language. Safe to repeat. */
export async function tellPerson(call: Call, ports: Ports, userId: string, news: News): Promise<void> {
  await notify(call, { agencyId: agencyOf(call), userIds: [userId], ...news });
  const contact = await readContact(call, { userId });
  if (contact) await write(call, ports, { ...contact, userId, name: contact.personName }, news);
}

/** Tells whoever of the staff may do something about it, by the bell alone: they have a desk to look at. Safe to repeat. */
export async function tellStaff(call: Call, may: (who: Person) => boolean, news: News): Promise<void> {
  const staff = await readStaff(call, {});
  const userIds = staff.filter(may).map(({ userId }) => userId);
  await notify(call, { agencyId: agencyOf(call), userIds, ...news });
}

/** Tells somebody who has no login, in the agency's language: by mail, else by SMS. Safe to repeat. */
export async function tellGuest(call: Call, ports: Ports, guest: Guest, news: News): Promise<void> {
  const { locale } = await readPublicAgency(call, {});
  await write(call, ports, { ...guest, userId: null, locale }, news);
}
