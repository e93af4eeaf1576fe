"use client";

import { useTranslations } from "next-intl";
import { type Exported, ExportList } from "@/components/shell/export-list";
import type { ListUsers, User } from "@/lib/users/contract";

type Narrowing = Partial<Pick<ListUsers, "q" | "role" | "staff" | "branchId" | "status" | "sort">>;

/** The people of the agency as a file. */
export function ExportStaff(props: Exported<Narrowing, User>) {
  const t = useTranslations("agency.staff");
  const roles = useTranslations("entry.role");
  const head = [t("columns.person"), t("fields.email"), t("fields.phone"), t("columns.roles"), t("columns.status")];
  const linesOf = ({ name, email, phone, roles: held, status }: User) => [
    [name, email ?? "", phone ?? "", held.map((role) => roles(role)).join("; "), t(`status.${status}`)],
  ];
  return <ExportList file="staff.csv" {...{ head, linesOf }} {...props} />;
}
