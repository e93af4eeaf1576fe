import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { StatusLine } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { AgencyRow } from "@/lib/agencies/contract/platform";
import { formatAge } from "@/lib/i18n/formats";
import { countryName } from "@/lib/i18n/places";

type QueueProps = { agencies: readonly AgencyRow[]; chosen: string | null; now: Date };

/** Who waits, the first to come first. */
export function ApprovalsQueue({ agencies, chosen, now }: QueueProps) {
  const t = useTranslations("platform.approvals");
  const locale = useLocale();
  return (
    <nav aria-label={t("queue")} className="card overflow-clip">
      <ul>
        {agencies.map(({ id, name, country, appliedAt, createdAt, licenceNumber }) => (
          <li key={id} className="border-line border-t first:border-t-0">
            <Link
              href={`/admin?agency=${id}`}
              aria-current={id === chosen ? "true" : undefined}
              className="flex items-start gap-3 border-transparent border-s-3 p-4 hover:bg-sunken aria-[current]:border-primary aria-[current]:bg-primary-soft"
            >
              <Avatar name={name} size={40} square />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">
                  <bdi>{name}</bdi>
                </span>
                <span className="block text-ink-2">{countryName(locale, country)}</span>
                <StatusLine status={licenceNumber ? "waiting" : "warn"} className="mt-1">
                  {licenceNumber ?? t("noLicence")}
                </StatusLine>
              </span>
              <span className="flex-none text-ink-2 text-sm">{formatAge(locale, appliedAt ?? createdAt, now)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
