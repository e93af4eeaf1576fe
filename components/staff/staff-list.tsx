import { useTranslations } from "next-intl";
import { ListFilter } from "@/components/shell/list-filter";
import { listFoot } from "@/components/shell/list-foot";
import { isNarrowed } from "@/components/shell/list-query";
import { LinkButton } from "@/components/ui/link-button";
import { EmptyState } from "@/components/ui/states";
import { formatPhone } from "@/lib/i18n/phone";
import type { Role } from "@/lib/kernel/actor";
import type { User } from "@/lib/users/contract";
import type { StaffActs } from "./person-acts";
import { STAFF_ROLES, type StaffQuery } from "./staff-query";
import { StaffTable } from "./staff-table";

type StaffListProps = {
  home: string;
  /** Those who only travel have one role: it is no column, and their bookings are. */
  isPilgrims?: boolean;
  query: StaffQuery;
  page: { data: User[]; nextCursor: string | null };
  branches: readonly { id: string; name: string }[];
  givable: readonly Role[];
  acts: StaffActs | null;
  zone: string;
};

/** The staff, or the pilgrims, with search, role, branch, status and paging. */
export function StaffList({ home, isPilgrims = false, query, page, branches, givable, acts, zone }: StaffListProps) {
  const t = useTranslations("agency.staff");
  const roles = useTranslations("entry.role");
  const choices = [
    ...(isPilgrims
      ? []
      : [
          {
            name: "role",
            label: t("columns.roles"),
            options: [
              { value: "", label: t("allRoles") },
              ...STAFF_ROLES.map((value) => ({ value, label: roles(value) })),
            ],
          },
        ]),
    ...(branches.length > 1
      ? [
          {
            name: "branchId",
            label: t("columns.branch"),
            options: [
              { value: "", label: t("allBranches") },
              ...branches.map(({ id, name }) => ({ value: id, label: name })),
            ],
          },
        ]
      : []),
    {
      name: "status",
      label: t("columns.status"),
      options: [
        { value: "", label: t("allStatuses") },
        ...(["active", "disabled", "removed"] as const).map((value) => ({ value, label: t(`status.${value}`) })),
      ],
    },
  ];
  const sorts = {
    name: "sort",
    label: t("sort.label"),
    options: [
      { value: "", label: t("sort.name") },
      { value: "newest", label: t("sort.newest") },
    ],
  };
  const empty = isNarrowed(query) ? (
    <EmptyState title={t("noMatch")} action={<LinkButton href={home}>{t("showAll")}</LinkButton>} />
  ) : (
    <EmptyState
      title={t(isPilgrims ? "noPilgrims" : "none")}
      text={isPilgrims ? [t("noPilgrimsText"), ...(acts ? [t("inviteNow")] : [])].join(" ") : null}
    />
  );
  return (
    <div className="min-w-0">
      <ListFilter home={home} query={query} search={t("search")} choices={[...choices, sorts]} />
      <StaffTable
        people={page.data.map((user) => ({ ...user, phone: user.phone && formatPhone(user.phone) }))}
        bookings={isPilgrims ? home.replace(/pilgrims$/, "bookings") : null}
        {...{ branches, givable, acts, zone, empty }}
        footer={listFoot(home, query, page)}
      />
    </div>
  );
}
