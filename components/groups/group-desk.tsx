import { useTranslations } from "next-intl";
import type { Tiles } from "@/components/map/model";
import { ListFilter } from "@/components/shell/list-filter";
import { listPages } from "@/components/shell/list-pages";
import { isNarrowed } from "@/components/shell/list-query";
import type { Act } from "@/components/shell/use-act";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import type { Branch } from "@/lib/agencies/contract/branch";
import type { Group, JoinRequest, Member } from "@/lib/groups/contract";
import type { Person } from "@/lib/kernel/actor";
import type { Page } from "@/lib/kernel/page";
import { AddPerson } from "./add-person";
import { CodeCard } from "./code-card";
import { ExportRoster, type ReadRoster } from "./export-roster";
import type { GroupWish } from "./group-draft";
import { GroupHeader } from "./group-header";
import { GroupPanel } from "./group-panel";
import type { MemberActs } from "./member-actions";
import type { AddActs } from "./person-choice";
import { PrintLink } from "./print-link";
import { RequestRows } from "./request-rows";
import type { RosterQuery } from "./roster-query";
import { RosterTable } from "./roster-table";
import { TripCard } from "./trip-card";

type Decide = Act<{ groupId: string; userId: string }>;
type GroupDeskProps = {
  group: Group;
  roster: Page<Member>;
  query: RosterQuery;
  requests: readonly JoinRequest[];
  branches: readonly Branch[];
  actor: Person;
  /** Where groups are listed. */
  home: string;
  mapHref: string | null;
  chatHref: string | null;
  now: Date;
  house: { publicUrl: string; tiles: Tiles | null };
  acts: {
    update: Act<{ groupId: string } & Partial<GroupWish>, Group>;
    rotate: Act<{ groupId: string; expiresAt: string | null }>;
    approve: Decide;
    reject: Decide;
    updatePlace: MemberActs["update"];
    remove: MemberActs["remove"];
    /** Absent for whoever may not put people into the group. */
    add?: AddActs["add"];
    findPeople?: AddActs["find"];
    /** Absent for whoever may not take the roster away as a file. */
    exportPeople?: ReadRoster;
  };
};

/** One group on the office's table: its people at the start, how they come in and when they go at the end. */
export function GroupDesk({
  group,
  requests,
  branches,
  actor,
  home,
  mapHref,
  chatHref,
  now,
  house,
  acts,
  ...list
}: GroupDeskProps) {
  const t = useTranslations("office.group");
  const words = useTranslations("groups");
  const branch = branches.find(({ id }) => id === group.branchId);
  const edit = group.mayChange ? (
    <GroupPanel
      group={group}
      branches={branches}
      ownBranchId={actor.branchId}
      tiles={house.tiles}
      now={now.getTime()}
      home={home}
      update={acts.update}
    />
  ) : null;
  const waiting = requests.map((request) => ({ ...request, group: { id: group.id, number: group.number } }));
  return (
    <>
      <GroupHeader
        group={group}
        home={home}
        branchName={branch?.name ?? null}
        now={now}
        mapHref={mapHref}
        chatHref={chatHref}
        actions={edit}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {waiting.length > 0 ? (
            <Card flush title={words("requests.title")} aside={t("waitingCount", { count: group.waiting ?? 0 })}>
              <RequestRows requests={waiting} now={now.getTime()} approve={acts.approve} reject={acts.reject} />
            </Card>
          ) : null}
          <Roster group={group} actor={actor} home={`${home}/${group.id}`} acts={acts} {...list} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <CodeCard group={group} publicUrl={house.publicUrl} now={now} rotate={acts.rotate} />
          <TripCard group={group} tiles={house.tiles} />
        </div>
      </div>
    </>
  );
}

type RosterProps = Pick<GroupDeskProps, "group" | "roster" | "query" | "actor" | "home" | "acts">;

function Roster({ group, roster, query, actor, home, acts }: RosterProps) {
  const words = useTranslations("groups.roster");
  const t = useTranslations("office.group");
  const roleOf = useTranslations("groups.role");
  const tools = useTranslations("office.roster");
  const roles = (["leader", "helper", "pilgrim"] as const).map((role) => ({ value: role, label: roleOf(role) }));
  const adding =
    acts.add && acts.findPeople ? (
      <AddPerson group={{ id: group.id, number: group.number }} acts={{ add: acts.add, find: acts.findPeople }} />
    ) : null;
  const empty = isNarrowed(query) ? (
    <EmptyState title={words("none")} action={<LinkButton href={home}>{t("everybody")}</LinkButton>} />
  ) : (
    <EmptyState title={t("nobodyYet")} text={t("shareCode")} action={adding} />
  );
  return (
    <section aria-label={words("title")} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold text-md">{words("title")}</h2>
        <div className="flex min-w-0 flex-wrap gap-2">
          <ListFilter
            className=""
            home={home}
            query={query}
            search={words("search")}
            choices={[
              { name: "role", label: tools("role"), options: [{ value: "", label: tools("everybody") }, ...roles] },
            ]}
          />
          {acts.exportPeople && roster.data.length > 0 ? (
            <>
              <ExportRoster group={group} query={query} read={acts.exportPeople} />
              <PrintLink href={`${home}/print`} />
            </>
          ) : null}
          {isNarrowed(query) || roster.data.length > 0 ? adding : null}
        </div>
      </div>
      <RosterTable
        actor={actor}
        group={group}
        members={roster.data}
        acts={{ update: acts.updatePlace, remove: acts.remove }}
        footer={listPages(home, query, roster)}
        empty={empty}
      />
    </section>
  );
}
