"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Act, Answer } from "@/components/journey/use-act";
import { useAct } from "@/components/journey/use-act";
import { saveFile, toCsv } from "@/components/shell/csv";
import { Button } from "@/components/ui/button";
import type { Role } from "@/lib/kernel/actor";
import type { User } from "@/lib/users/contract";

type Narrowing = {
  q?: string;
  role?: Role;
  staff?: "yes" | "no";
  branchId?: string;
  status?: User["status"];
  sort?: "name" | "newest";
};
type Page = { data: User[]; nextCursor: string | null };
type ExportStaffProps = { query: Narrowing; read: Act<Narrowing & { limit: number; cursor?: string }, Page> };

/** The list as it is narrowed now, page by page, as a file. */
export function ExportStaff({ query, read }: ExportStaffProps) {
  const t = useTranslations("agency.staff");
  const roles = useTranslations("entry.role");
  const { busy, act } = useAct();
  const readAll = async (): Promise<Answer<User[]>> => {
    const all: User[] = [];
    let cursor: string | undefined;
    do {
      const page = await read({ ...query, limit: 100, cursor });
      if (!page.ok) return page;
      all.push(...page.value.data);
      cursor = page.value.nextCursor ?? undefined;
    } while (cursor);
    return { ok: true, value: all };
  };
  const save = (people: User[]) => {
    const head = [t("columns.person"), t("fields.email"), t("fields.phone"), t("columns.roles"), t("columns.status")];
    const rows = people.map(({ name, email, phone, roles: held, status }) => [
      ...[name, email ?? "", phone ?? "", held.map((role) => roles(role)).join("; "), t(`status.${status}`)],
    ]);
    saveFile("staff.csv", toCsv([head, ...rows]));
  };
  return (
    <Button
      icon={<Download aria-hidden size={16} />}
      busy={busy && t("exporting")}
      onClick={() => act(readAll, { done: save })}
    >
      {t("export")}
    </Button>
  );
}
