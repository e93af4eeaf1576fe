import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Places } from "@/components/groups/places";
import { TripDates } from "@/components/groups/trip-dates";
import { daysLeft } from "@/components/journey/trip";
import { GroupTag } from "@/components/ui/band";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { type Column, Named, Table } from "@/components/ui/table";
import type { Group } from "@/lib/groups/contract";

type LeavingSoonProps = { groups: readonly Group[]; home: string; now: Date };

/** The next trips, with the moon of the day they leave. */
export function LeavingSoon({ groups, home, now }: LeavingSoonProps) {
  const t = useTranslations("office.today");
  const words = useTranslations("office.groups");
  const columns: Column<Group>[] = [
    {
      id: "group",
      header: words("columns.group"),
      cell: ({ id, number, name }) => (
        <Link href={`${home}/groups/${id}`} className="flex min-h-10 items-center gap-3">
          <GroupTag number={number} size={24} />
          <bdi className="font-semibold">{name}</bdi>
        </Link>
      ),
    },
    { id: "leaves", header: t("leaves"), card: "badge", cell: (group) => <TripDates group={group} /> },
    {
      id: "places",
      header: words("columns.people"),
      className: "md:w-52 md:min-w-36",
      cell: (group) => <Places group={group} />,
    },
    {
      id: "left",
      header: t("daysLeft"),
      align: "end",
      card: "figure",
      cell: (group) => (
        <span className="font-semibold">
          <Named name={t("daysLeft")}>{daysLeft(group, now)}</Named>
        </span>
      ),
    },
  ];
  const all = (
    <Link href={`${home}/groups?state=upcoming`} className="ms-auto inline-flex items-center gap-1.5 text-primary-ink">
      {t("allUpcoming")}
      <ArrowRight aria-hidden size={16} className="mirror" />
    </Link>
  );
  if (groups.length === 0)
    return (
      <Card title={t("upcoming")}>
        <p className="text-ink-2">{t("upcomingEmpty")}</p>
      </Card>
    );
  return (
    // The table's own frame gives way to the card's.
    <Card flush title={t("upcoming")} className="[&_.card]:rounded-none [&_.card]:border-x-0 [&_.card]:border-b-0">
      <Table label={t("upcoming")} columns={columns} rows={groups} rowKey={({ id }) => id} footer={all} />
    </Card>
  );
}
