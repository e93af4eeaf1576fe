"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import type { Group, GroupSort, TripState } from "@/lib/groups/contract";
import { toWall } from "@/lib/i18n/wall-time";

type Narrowing = { q?: string; state?: TripState; branchId?: string; sort?: GroupSort };
type ExportGroupsProps = Exported<Narrowing, Group> & { branchNames: Readonly<Record<string, string>> };
const FIELDS = ["number", "name", "branch", "startsAt", "endsAt", "timeZone", "capacity"] as const;

/** The groups of the list, as a file. Times are the trip's own. */
export function ExportGroups({ branchNames, ...props }: ExportGroupsProps) {
  const t = useTranslations("office.groups");
  const words = useTranslations("groups");
  const form = FIELDS.map((key) => words(`form.${key}`));
  const head = [...form, t("columns.people"), t("columns.state"), words("meetingPoint"), words("code.title")];
  const linesOf = ({ startsAt, endsAt, timeZone: zone, ...group }: Group) => [
    [
      ...[String(group.number), group.name, group.branchId ? (branchNames[group.branchId] ?? "") : ""],
      ...[toWall(startsAt, zone).replace("T", " "), toWall(endsAt, zone).replace("T", " "), zone],
      ...[String(group.capacity), String(group.members), words(`state.${group.state}`)],
      ...[group.meetingPoint?.label ?? "", group.joinCode ?? ""],
    ],
  ];
  return <ExportList file="groups.csv" whole {...{ head, linesOf }} {...props} />;
}
