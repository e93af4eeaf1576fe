"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import { formatShortDate } from "@/lib/i18n/formats";
import { formatList } from "@/lib/i18n/list";
import type { Role } from "@/lib/kernel/actor";
import type { User } from "@/lib/users/contract";
import { PersonActs, type StaffActs } from "./person-acts";

type StaffTableProps = {
  /** Phones are written as one reads them: what knows how is too heavy to bring along. */
  people: readonly User[];
  /** Where bookings are, in the pilgrims' list: each name leads to its own. */
  bookings: string | null;
  branches: readonly { id: string; name: string }[];
  /** Roles this reader may give. */
  givable: readonly Role[];
  acts: StaffActs | null;
  zone: string;
  footer?: ReactNode;
  empty: ReactNode;
};

/** Who works here, or travels: roles, branch, and what this reader may do about it. */
export function StaffTable({ people, bookings, branches, givable, acts, zone, footer, empty }: StaffTableProps) {
  const t = useTranslations("agency.staff");
  const roles = useTranslations("entry.role");
  const nav = useTranslations("shell.nav");
  const locale = useLocale();
  const names = new Map(branches.map(({ id, name }) => [id, name]));
  const rolesColumn: Column<User> = {
    id: "roles",
    header: t("columns.roles"),
    card: "figure",
    cell: (user) => {
      const given = formatList(
        locale,
        user.roles.map((role) => roles(role)),
      );
      const more = formatList(
        locale,
        user.grants.map((one) => t(`permission.${one}`)),
      );
      return more ? <TwoLines first={given} second={more} /> : given;
    },
  };
  const sinceColumn: Column<User> = {
    id: "since",
    header: t("columns.since"),
    cell: ({ since }) => formatShortDate(locale, since, { zone, year: true }),
  };
  const person = ({ name, email, phone, avatar }: User) => (
    <span className="flex min-h-10 items-center gap-3">
      <Avatar name={name} src={avatar} size={32} />
      <TwoLines
        first={<bdi>{name}</bdi>}
        second={<bdi className="[overflow-wrap:anywhere]">{email ?? phone ?? "–"}</bdi>}
      />
    </span>
  );
  const columns: Column<User>[] = [
    {
      id: "person",
      header: t("columns.person"),
      cell: (user) =>
        bookings ? (
          <Link
            href={`${bookings}?q=${encodeURIComponent(user.name)}`}
            className="block"
            aria-label={`${user.name}: ${nav("bookings")}`}
          >
            {person(user)}
          </Link>
        ) : (
          person(user)
        ),
    },
    bookings ? sinceColumn : rolesColumn,
    {
      id: "branch",
      header: t("columns.branch"),
      cell: ({ branchId }) => <bdi>{branchId ? (names.get(branchId) ?? "–") : t("allBranches")}</bdi>,
    },
    {
      id: "status",
      header: t("columns.status"),
      card: "badge",
      cell: ({ status }) => <Badge status={status === "active" ? "ok" : "cancelled"}>{t(`status.${status}`)}</Badge>,
    },
    {
      id: "acts",
      header: <span className="sr-only">{t("columns.acts")}</span>,
      card: "actions",
      align: "end",
      cell: (user) =>
        acts && (user.mayChange || user.mayTakeBack) ? <PersonActs {...{ user, branches, givable, acts }} /> : null,
    },
  ];
  return (
    <Table
      label={t(bookings ? "pilgrims" : "title")}
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      footer={footer}
      empty={empty}
    />
  );
}
