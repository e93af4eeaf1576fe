import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Link } from "@/components/ui/link";
import { type Column, Named, Table, TwoLines } from "@/components/ui/table";
import type { AgencyRow } from "@/lib/agencies/contract/platform";
import { formatNumber, formatShortDate } from "@/lib/i18n/formats";
import { countryName } from "@/lib/i18n/places";
import { AgencyBadge } from "./status-badge";

type AgenciesTableProps = { agencies: readonly AgencyRow[]; footer?: ReactNode; empty: ReactNode };

/** Agencies as rows; below 52rem as cards. */
export function AgenciesTable({ agencies, footer, empty }: AgenciesTableProps) {
  const t = useTranslations("platform.agencies");
  const locale = useLocale();
  const day = (at: Date | null) => (at ? formatShortDate(locale, at, { zone: "UTC", year: true }) : "–");
  const columns: Column<AgencyRow>[] = [
    {
      id: "agency",
      header: t("columns.agency"),
      cell: ({ id, name, slug }) => (
        <Link href={`/admin/agencies/${id}`} className="flex min-h-10 items-center gap-3">
          <Avatar name={name} size={32} square />
          <TwoLines first={<bdi>{name}</bdi>} second={<bdi dir="ltr">{slug}</bdi>} />
        </Link>
      ),
    },
    {
      id: "status",
      header: t("columns.status"),
      card: "badge",
      cell: ({ status }) => <AgencyBadge status={status} />,
    },
    { id: "country", header: t("columns.country"), cell: ({ country }) => countryName(locale, country) },
    { id: "owner", header: t("columns.owner"), cell: ({ ownerName }) => <bdi>{ownerName ?? "–"}</bdi> },
    {
      id: "people",
      header: t("columns.people"),
      align: "end",
      card: "figure",
      cell: ({ people }) => <Named name={t("columns.people")}>{formatNumber(locale, people)}</Named>,
    },
    { id: "since", header: t("columns.since"), cell: ({ appliedAt, createdAt }) => day(appliedAt ?? createdAt) },
    { id: "trial", header: t("columns.trial"), cell: ({ trialEndsAt }) => day(trialEndsAt) },
  ];
  return (
    <Table label={t("title")} columns={columns} rows={agencies} rowKey={({ id }) => id} footer={footer} empty={empty} />
  );
}
