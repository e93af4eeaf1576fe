import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge, StatusLine } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import type { Group, GroupRole, Member } from "@/lib/groups/contract";
import { type GroupSubject, mayAppoint, mayChangeGroup, mayRemove } from "@/lib/groups/policy";
import { formatShortDate } from "@/lib/i18n/formats";
import { formatPhone } from "@/lib/i18n/phone";
import type { Actor } from "@/lib/kernel/actor";
import { MemberActions, type MemberActs, type MemberRights } from "./member-actions";

type RosterTableProps = {
  actor: Actor;
  group: Group;
  members: readonly Member[];
  acts: MemberActs;
  footer?: ReactNode;
  empty: ReactNode;
};

const SHARING = { on: "ok", paused: "waiting", off: "notYet" } as const;
const EVERY_ROLE: readonly GroupRole[] = ["leader", "helper", "pilgrim"];

function rightsOver(actor: Actor, group: GroupSubject, member: Member): MemberRights {
  const others = EVERY_ROLE.filter((role) => role !== member.role);
  return {
    roles: others.filter((role) => mayAppoint(actor, group, member.role, role)),
    move: mayChangeGroup(actor, group),
    // Everybody may leave by themselves, but not from the office's list.
    remove: mayChangeGroup(actor, group) && mayRemove(actor, group, member),
  };
}

/** The people of a group; a row's acts are only those the reader may do. */
export function RosterTable({ actor, group, members, acts, footer, empty }: RosterTableProps) {
  const t = useTranslations("office.roster");
  const words = useTranslations("groups");
  const locale = useLocale();
  const subject = { groupId: group.id, branchId: group.branchId, mine: group.mine?.role ?? null };
  const subGroups = [...new Set(members.flatMap(({ subGroup }) => (subGroup ? [subGroup] : [])))];
  const showsSharing = members.some(({ sharing }) => sharing !== null);
  const columns: (Column<Member> | false)[] = [
    {
      id: "person",
      header: t("person"),
      cell: ({ personName, avatar, role, subGroup }) => (
        <span className="flex items-center gap-3">
          <Avatar name={personName} src={avatar} size={30} />
          <span className="min-w-0">
            <bdi className="font-semibold">{personName}</bdi>
            <span className="block text-ink-3 md:hidden">
              {[words(`role.${role}`), subGroup].filter(Boolean).join("\u00a0· ")}
            </span>
          </span>
        </span>
      ),
    },
    {
      id: "role",
      header: t("role"),
      cell: ({ role }) =>
        role === "pilgrim" ? (
          <span className="text-ink-2">{words("role.pilgrim")}</span>
        ) : (
          <Badge status="scheduled">{words(`role.${role}`)}</Badge>
        ),
    },
    {
      id: "subGroup",
      header: words("roster.subGroup"),
      cell: ({ subGroup }) => (subGroup ? <bdi>{subGroup}</bdi> : <span className="text-ink-3">–</span>),
    },
    {
      id: "phone",
      header: t("phone"),
      card: "badge",
      className: "max-md:ps-10.5!",
      cell: ({ phone }) =>
        phone ? (
          <a href={`tel:${phone}`} className="tn whitespace-nowrap text-primary-ink hover:underline">
            <bdi dir="ltr">{formatPhone(phone)}</bdi>
          </a>
        ) : (
          <span className="text-ink-3">–</span>
        ),
    },
    showsSharing && {
      id: "sharing",
      header: t("sharing"),
      card: "badge",
      className: "max-md:col-start-2! max-md:justify-self-end",
      cell: ({ sharing }) =>
        sharing ? <StatusLine status={SHARING[sharing]}>{t(`shares.${sharing}`)}</StatusLine> : null,
    },
    {
      id: "joined",
      header: t("joined"),
      align: "end",
      cell: ({ joinedAt }) => (
        <time dateTime={joinedAt.toISOString()} className="whitespace-nowrap text-ink-2">
          {formatShortDate(locale, joinedAt, { zone: group.timeZone })}
        </time>
      ),
    },
    group.mayChange && {
      id: "acts",
      header: <span className="sr-only">{t("acts")}</span>,
      align: "end",
      card: "actions",
      className: "max-md:row-start-1 max-md:pe-0!",
      cell: (member) => (
        <MemberActions
          group={{ id: group.id, number: group.number }}
          member={member}
          rights={rightsOver(actor, subject, member)}
          subGroups={subGroups}
          acts={acts}
        />
      ),
    },
  ];
  return (
    <Table
      label={words("roster.title")}
      columns={columns.filter((column) => column !== false)}
      rows={members}
      rowKey={({ userId }) => userId}
      footer={footer}
      empty={empty}
    />
  );
}
