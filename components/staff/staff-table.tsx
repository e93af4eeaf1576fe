"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import { formatPhone } from "@/lib/i18n/phone";
import type { Role } from "@/lib/kernel/actor";
import type { User } from "@/lib/users/contract";
import { PersonActs, type StaffActs } from "./person-acts";

type StaffTableProps = {
  people: readonly User[];
  branches: readonly { id: string; name: string }[];
  /** Roles this reader may give. */
  givable: readonly Role[];
  acts: StaffActs | null;
  footer?: ReactNode;
  empty: ReactNode;
};

/** Who works here: roles, branch, and what this reader may do about it. */
export function StaffTable({ people, branches, givable, acts, footer, empty }: StaffTableProps) {
  const t = useTranslations("agency.staff");
  const roles = useTranslations("entry.role");
  const names = new Map(branches.map(({ id, name }) => [id, name]));
  const columns: Column<User>[] = [
    {
      id: "person",
      header: t("columns.person"),
      cell: ({ name, email, phone, avatar }) => (
        <span className="flex min-h-10 items-center gap-3">
          <Avatar name={name} src={avatar} size={32} />
          <TwoLines
            first={<bdi>{name}</bdi>}
            second={<bdi className="[overflow-wrap:anywhere]">{email ?? (phone ? formatPhone(phone) : "–")}</bdi>}
          />
        </span>
      ),
    },
    {
      id: "roles",
      header: t("columns.roles"),
      card: "figure",
      cell: (user) => {
        const given = user.roles.map((role) => roles(role)).join(", ");
        const more = user.grants.map((one) => t(`permission.${one}`)).join(", ");
        return more ? <TwoLines first={given} second={more} /> : given;
      },
    },
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
    <Table label={t("title")} columns={columns} rows={people} rowKey={({ id }) => id} footer={footer} empty={empty} />
  );
}
