"use client";

import { useTranslations } from "next-intl";
import { rosterLine } from "@/components/roster/roster-csv";
import { ExportList } from "@/components/shell/export-list";
import type { Act } from "@/components/shell/use-act";
import type { GroupRole, Member } from "@/lib/groups/contract";

export type ReadRoster = Act<{ groupId: string; q?: string; role?: GroupRole }, { data: Member[] }>;
type ExportRosterProps = {
  group: { id: string; number: number };
  query: { q?: string; role?: GroupRole };
  read: ReadRoster;
};
const COLUMNS = ["person", "role", "phone", "sharing", "joined"] as const;

/** The roster as it is narrowed now, as a file. */
export function ExportRoster({ group: { id: groupId, number }, query: { q, role }, read }: ExportRosterProps) {
  const t = useTranslations("office.roster");
  const words = useTranslations("groups");
  const [person, as, ...rest] = COLUMNS.map((key) => t(key));
  const head = [person!, as!, words("roster.subGroup"), ...rest];
  const linesOf = (one: Member) => [
    rosterLine(one, {
      role: words(`role.${one.role}`),
      sharing: one.sharing ? words(`sharing.${one.sharing}`) : "",
    }),
  ];
  const file = `group-${number}-roster.csv`;
  return <ExportList whole query={{ groupId, q, role }} {...{ file, head, linesOf, read }} />;
}
