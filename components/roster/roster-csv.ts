import type { Member } from "@/lib/groups/contract";
import { csvOf } from "@/lib/kernel/csv";

export type CsvWords = { head: readonly string[]; wordOf: (member: Member) => { role: string; sharing: string } };

/** The roster as a table for any spreadsheet. */
export function rosterCsv(members: readonly Member[], { head, wordOf }: CsvWords): string {
  const rows = members.map((member) => {
    const { role, sharing } = wordOf(member);
    const { personName, subGroup, phone, joinedAt } = member;
    return [personName, role, subGroup ?? "", phone ?? "", sharing, joinedAt.toISOString().slice(0, 10)];
  });
  return csvOf([head, ...rows]);
}
