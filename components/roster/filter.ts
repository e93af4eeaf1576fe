import type { Member } from "@/lib/groups/contract";
import { byName } from "@/lib/i18n/order";
import { latinDigits } from "@/lib/kernel/digits";

export type RosterFilter = { q: string; role: string; subGroup: string; sharing: string };
export const EVERYBODY: RosterFilter = { q: "", role: "", subGroup: "", sharing: "" };

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
const digits = (text: string) => latinDigits(text).replace(/\D/g, "");

/** Found by part of the name, with or without accents, or by part of the phone number. */
function matches({ personName, phone }: Member, q: string): boolean {
  if (plain(personName).includes(plain(q))) return true;
  const typed = digits(q);
  return typed.length >= 3 && phone !== null && digits(phone).includes(typed);
}

/** Who is meant; an empty word leaves a question open. */
export const filterRoster = (members: readonly Member[], { q, role, subGroup, sharing }: RosterFilter): Member[] =>
  members.filter(
    (member) =>
      (!q.trim() || matches(member, q.trim())) &&
      (!role || member.role === role) &&
      (!subGroup || member.subGroup === subGroup) &&
      (!sharing || member.sharing === sharing),
  );

/** The sub-groups there are, in the reader's order. */
export const subGroupsOf = (members: readonly Member[], locale: string): string[] =>
  [...new Set(members.flatMap(({ subGroup }) => subGroup ?? []))].sort(byName(locale));
