"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Act, useAct } from "@/components/journey/use-act";
import { saveCsv } from "@/components/shell/csv";
import { Button } from "@/components/ui/button";
import type { Group, GroupSort, TripState } from "@/lib/groups/contract";
import { toWall } from "./wall-time";

type Narrowing = { q?: string; state?: TripState; branchId?: string; sort?: GroupSort };
type ExportGroupsProps = {
  query: Narrowing;
  branchNames: Readonly<Record<string, string>>;
  read: Act<Narrowing, { data: Group[] }>;
};

/** The list as it is narrowed now, all of its pages, as a file. Times are the trip's own. */
export function ExportGroups({ query, branchNames, read }: ExportGroupsProps) {
  const t = useTranslations("office.groups");
  const words = useTranslations("groups");
  const { busy, act } = useAct();
  const save = ({ data }: { data: Group[] }) => {
    const form = (["number", "name", "branch", "startsAt", "endsAt", "timeZone", "capacity"] as const).map((key) =>
      words(`form.${key}`),
    );
    const head = [...form, t("columns.people"), t("columns.state"), words("meetingPoint"), words("code.title")];
    const rows = data.map((group) => [
      String(group.number),
      group.name,
      group.branchId ? (branchNames[group.branchId] ?? "") : "",
      toWall(group.startsAt, group.timeZone).replace("T", " "),
      toWall(group.endsAt, group.timeZone).replace("T", " "),
      group.timeZone,
      String(group.capacity),
      String(group.members),
      words(`state.${group.state}`),
      group.meetingPoint?.label ?? "",
      group.joinCode ?? "",
    ]);
    saveCsv("groups.csv", [head, ...rows]);
  };
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      busy={busy && t("exporting")}
      onClick={() => act(() => read(query), { done: save })}
    >
      {t("export")}
    </Button>
  );
}
