import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusLine } from "@/components/ui/badge";
import { GroupTag } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { type Column, Table } from "@/components/ui/table";
import type { Group } from "@/lib/groups/contract";
import { Places } from "./places";
import { StateBadge } from "./state-badge";
import { TripDates } from "./trip-dates";

type GroupsTableProps = {
  groups: readonly Group[];
  /** Where groups are listed; each lies below it. */
  home: string;
  branchNames: Readonly<Record<string, string>>;
  footer?: ReactNode;
  empty: ReactNode;
};

/** Groups as rows; below 52rem as cards. */
export function GroupsTable({ groups, home, branchNames, footer, empty }: GroupsTableProps) {
  const t = useTranslations("office.groups");
  const words = useTranslations("groups");
  const columns: Column<Group>[] = [
    {
      id: "group",
      header: t("columns.group"),
      cell: ({ id, number, name, branchId }) => (
        <Link href={`${home}/${id}`} className="flex min-h-10 items-center gap-3 max-[17rem]:flex-wrap">
          <GroupTag number={number} size={26} />
          <span className="flex min-w-0 flex-col md:min-w-36">
            <span className="font-semibold">
              <bdi>{name}</bdi>
            </span>
            <span className="text-ink-3">{branchId ? branchNames[branchId] : t("noBranch")}</span>
          </span>
        </Link>
      ),
    },
    { id: "trip", header: t("columns.trip"), cell: (group) => <TripDates group={group} /> },
    {
      id: "places",
      header: t("columns.people"),
      card: "figure",
      className: "md:w-52 md:min-w-40",
      cell: (group) => <Places group={group} />,
    },
    { id: "state", header: t("columns.state"), card: "badge", cell: ({ state }) => <StateBadge state={state} /> },
    {
      id: "meeting",
      header: words("meetingPoint"),
      className: "max-lg:hidden",
      cell: ({ meetingPoint }) =>
        meetingPoint ? <bdi>{meetingPoint.label}</bdi> : <span className="text-ink-3">{t("noMeeting")}</span>,
    },
    {
      id: "waiting",
      header: t("columns.waiting"),
      cell: ({ waiting }) =>
        waiting ? (
          <StatusLine status="waiting">{t("waiting", { count: waiting })}</StatusLine>
        ) : (
          <span className="text-ink-3">–</span>
        ),
    },
    {
      id: "open",
      header: <span className="sr-only">{t("open")}</span>,
      card: "actions",
      className: "max-md:pe-0!",
      cell: ({ id, number }) => (
        <Link
          href={`${home}/${id}`}
          aria-label={t("openGroup", { number: String(number) })}
          className="grid size-8 place-items-center rounded-md text-ink-3 hover:text-ink"
        >
          <ChevronRight aria-hidden size={18} className="mirror" />
        </Link>
      ),
    },
  ];
  return (
    <Table
      label={words("title")}
      columns={columns}
      rows={groups}
      rowKey={({ id }) => id}
      footer={footer}
      empty={empty}
    />
  );
}
