"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { type Act, useAct } from "@/components/journey/use-act";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Menu } from "@/components/ui/menu";
import { type Column, Table, TwoLines } from "@/components/ui/table";
import { formatPhone } from "@/lib/i18n/phone";
import type { Role } from "@/lib/kernel/actor";
import type { UpdateUser, User } from "@/lib/users/contract";
import { RolesDialog } from "./roles-dialog";

export type StaffActs = { update: Act<UpdateUser, unknown>; remove: Act<{ id: string }> };
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
      cell: (user) => user.roles.map((role) => roles(role)).join(", "),
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
      cell: (user) => (acts && user.mayChange ? <PersonActs {...{ user, branches, givable, acts }} /> : null),
    },
  ];
  return (
    <Table label={t("title")} columns={columns} rows={people} rowKey={({ id }) => id} footer={footer} empty={empty} />
  );
}

type PersonActsProps = { user: User; acts: StaffActs } & Pick<StaffTableProps, "branches" | "givable">;

function PersonActs({ user, branches, givable, acts }: PersonActsProps) {
  const t = useTranslations("agency.staff");
  const common = useTranslations("common");
  const [open, setOpen] = useState<"roles" | "remove" | null>(null);
  const { busy, act } = useAct();
  const { id, name, status } = user;
  const isOff = status === "disabled";
  const turn = (disabled: boolean) => acts.update({ id, disabled });
  const toggle = () =>
    act(() => turn(!isOff), {
      said: {
        text: t(isOff ? "enabled" : "disabled", { name }),
        action: { label: t("undo"), run: () => act(() => turn(isOff), { said: { text: t("undone") } }) },
      },
    });
  return (
    <>
      <Menu
        trigger={<Button kind="ghost" aria-label={t("actsOf", { name })} icon={<Ellipsis aria-hidden size={18} />} />}
        items={[
          { id: "roles", label: t("change"), onSelect: () => setOpen("roles") },
          { id: "turn", label: t(isOff ? "enable" : "disable"), onSelect: toggle },
          { id: "remove", label: t("remove"), kind: "danger", onSelect: () => setOpen("remove") },
        ]}
      />
      {open === "roles" ? (
        <RolesDialog {...{ user, branches, givable }} update={acts.update} onClose={() => setOpen(null)} />
      ) : null}
      <Dialog
        open={open === "remove"}
        onOpenChange={(next) => setOpen(next ? "remove" : null)}
        title={t("removeAsk", { name })}
        text={t("removeText")}
        actions={(close) => (
          <>
            <Button onClick={close}>{t("keep", { name })}</Button>
            <Button
              kind="danger"
              busy={busy && common("saving")}
              onClick={() => act(() => acts.remove({ id }), { said: { text: t("removed", { name }) }, done: close })}
            >
              {t("remove")}
            </Button>
          </>
        )}
      />
    </>
  );
}
