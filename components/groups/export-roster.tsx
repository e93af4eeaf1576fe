"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/journey/use-act";
import { rosterCsv } from "@/components/roster/roster-csv";
import { saveFile } from "@/components/shell/csv";
import { Button } from "@/components/ui/button";
import type { GroupRole, Member } from "@/lib/groups/contract";

export type ReadRoster = Act<{ groupId: string; q?: string; role?: GroupRole }, { data: Member[] }>;
type ExportRosterProps = {
  group: { id: string; number: number };
  query: { q?: string; role?: GroupRole };
  read: ReadRoster;
};

/** The roster as it is narrowed now, all of its pages, as a file. */
export function ExportRoster({ group, query: { q, role }, read }: ExportRosterProps) {
  const t = useTranslations("office");
  const words = useTranslations("groups");
  const { busy, act } = useAct();
  const head = [
    t("roster.person"),
    t("roster.role"),
    words("roster.subGroup"),
    t("roster.phone"),
    t("roster.sharing"),
    t("roster.joined"),
  ];
  const wordOf = ({ role: of, sharing }: Member) => ({
    role: words(`role.${of}`),
    sharing: sharing ? words(`sharing.${sharing}`) : "",
  });
  const save = ({ data }: { data: Member[] }) =>
    saveFile(`group-${group.number}-roster.csv`, rosterCsv(data, { head, wordOf }));
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      busy={busy && t("groups.exporting")}
      onClick={() => act(() => read({ groupId: group.id, q, role }), { done: save })}
    >
      {t("groups.export")}
    </Button>
  );
}
