"use client";

import { FileDown } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense, useMemo, useState } from "react";
import { saveFile } from "@/components/shell/csv";
import { useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import type { Group, JoinRequest, Member } from "@/lib/groups/contract";
import type { RosterActs } from "./acts";
import { EVERYBODY, filterRoster, subGroupsOf } from "./filter";
import { RequestsCard } from "./requests-card";
import { rosterCsv } from "./roster-csv";
import { RosterFilters } from "./roster-filters";
import { RosterList } from "./roster-list";

// A dialog is needed only once somebody is pressed.
const MemberDialog = lazy(() => import("./member-dialog").then((file) => ({ default: file.MemberDialog })));

type RosterDeskProps = {
  group: Pick<Group, "id" | "number">;
  members: readonly Member[];
  requests: readonly JoinRequest[];
  me: string;
  /** May make helpers, and take a removed person in again. */
  mayAppoint: boolean;
  /** May take the roster away as a file. */
  mayExport: boolean;
  mapHref: string;
  acts: RosterActs;
};

/** Everybody of a group: to find, call, place and sort out. */
export function RosterDesk({ group, members, requests, me, mayAppoint, mayExport, mapHref, acts }: RosterDeskProps) {
  const t = useTranslations("groups");
  const own = useTranslations("lead.roster");
  const locale = useLocale();
  const { busy, act } = useAct();
  const [filter, setFilter] = useState(EVERYBODY);
  const [openId, setOpenId] = useState<string | null>(null);
  const found = useMemo(() => filterRoster(members, filter), [members, filter]);
  const subGroups = useMemo(() => subGroupsOf(members, locale), [members, locale]);
  const open = members.find(({ userId }) => userId === openId);
  const save = () => {
    const head = (["name", "role", "subGroup", "phone", "sharing", "joined"] as const).map((key) => own(`csv.${key}`));
    const wordOf = ({ role, sharing }: Member) => ({
      role: t(`role.${role}`),
      sharing: sharing ? t(`sharing.${sharing}`) : "",
    });
    saveFile(`group-${group.number}-roster.csv`, rosterCsv(found, { head, wordOf }));
  };
  return (
    <>
      <RequestsCard groupId={group.id} requests={requests} approve={acts.approve} reject={acts.reject} />
      <RosterFilters value={filter} subGroups={subGroups} onChange={setFilter} />
      <p role="status" className="sr-only">
        {own("found", { count: found.length })}
      </p>
      <RosterList
        title={own("leading")}
        members={found.filter(({ role }) => role !== "pilgrim")}
        me={me}
        onOpen={setOpenId}
      />
      <RosterList
        title={own("pilgrims")}
        members={found.filter(({ role }) => role === "pilgrim")}
        me={me}
        onOpen={setOpenId}
      />
      {found.length === 0 ? (
        <EmptyState
          title={t("roster.none")}
          action={
            <Button size="lg" onClick={() => setFilter(EVERYBODY)}>
              {own("showAll")}
            </Button>
          }
        />
      ) : null}
      {found.length > 0 && mayExport ? (
        <Button size="lg" wide icon={<FileDown aria-hidden size={20} />} onClick={save}>
          {own("save", { count: found.length })}
        </Button>
      ) : null}
      {open ? (
        <Suspense>
          <MemberDialog
            key={open.userId}
            {...{ group, member: open, mayAppoint, mapHref, acts, busy, act }}
            isMe={open.userId === me}
            subGroups={subGroups}
            onClose={() => setOpenId(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
