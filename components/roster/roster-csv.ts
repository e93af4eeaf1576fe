import type { Member } from "@/lib/groups/contract";
import { csvOf } from "@/lib/kernel/csv";

export type CsvWords = { head: readonly string[]; wordOf: (member: Member) => { role: string; sharing: string } };

/** Somebody of a group, as a line of a table. */
export function rosterLine(member: Member, { role, sharing }: ReturnType<CsvWords["wordOf"]>): string[] {
  const { personName, subGroup, phone, joinedAt } = member;
  return [personName, role, subGroup ?? "", phone ?? "", sharing, joinedAt.toISOString().slice(0, 10)];
}

/** The roster as a table for any spreadsheet. */
export const rosterCsv = (members: readonly Member[], { head, wordOf }: CsvWords): string =>
  csvOf([head, ...members.map((member) => rosterLine(member, wordOf(member)))]);
