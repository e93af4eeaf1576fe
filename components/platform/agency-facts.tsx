import { useLocale, useTranslations } from "next-intl";
import { useCity } from "@/components/groups/use-city";
import { StatusLine } from "@/components/ui/badge";
import { Card, Row } from "@/components/ui/card";
import type { AgencyFile } from "@/lib/agencies/contract/platform";
import { formatNumber, formatShortDate, formatTime } from "@/lib/i18n/formats";

/** How an agency stands, in figures and dates. */
export function AgencyFacts({ file }: { file: AgencyFile }) {
  const t = useTranslations("platform.file");
  const locale = useLocale();
  const cityOf = useCity();
  const day = (at: Date | null) => (at ? formatShortDate(locale, at, { zone: "UTC", year: true }) : "–");
  const facts = {
    licence: file.licenceNumber ?? "–",
    applied: day(file.appliedAt ?? file.createdAt),
    decided: day(file.decidedAt),
    trial: day(file.trialEndsAt),
    branches: formatNumber(locale, file.branches),
    staff: formatNumber(locale, file.staff),
    pilgrims: formatNumber(locale, file.pilgrims),
    currency: file.currency,
    zone: cityOf(file.timeZone),
  };
  return (
    <Card title={t("title")}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 md:grid-cols-3">
        {(Object.keys(facts) as (keyof typeof facts)[]).map((key) => (
          <div key={key} className="min-w-0">
            <dt className="text-ink-3 text-sm">{t(key)}</dt>
            <dd className="tn font-semibold">
              <bdi>{facts[key]}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {file.decisionReason ? (
        <p className="mt-4 whitespace-pre-line border-line border-t pt-3 text-ink-2">
          {t("reason", { name: file.decidedBy ?? "–" })} <bdi>{file.decisionReason}</bdi>
        </p>
      ) : null}
    </Card>
  );
}

/** Who looked inside, when and why. */
export function Looks({ file, now }: { file: AgencyFile; now: Date }) {
  const t = useTranslations("platform.looks");
  const locale = useLocale();
  const when = (at: Date) =>
    `${formatShortDate(locale, at, { zone: "UTC", year: true })} ${formatTime(locale, at, { zone: "UTC" })} UTC`;
  return (
    <Card flush title={t("title")}>
      {file.accesses.length === 0 ? <p className="px-(--pad-card) pb-4 text-ink-2">{t("none")}</p> : null}
      {file.accesses.map(({ id, personName, reason, createdAt, expiresAt, endedAt }) => (
        <Row
          key={id}
          end={endedAt === null && expiresAt > now ? <StatusLine status="waiting">{t("now")}</StatusLine> : null}
        >
          <p className="font-semibold">
            <bdi>{personName}</bdi> <span className="font-normal text-ink-3">{when(createdAt)}</span>
          </p>
          <p className="whitespace-pre-line text-ink-2">
            <bdi>{reason}</bdi>
          </p>
        </Row>
      ))}
    </Card>
  );
}
