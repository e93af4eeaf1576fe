import { useLocale, useTranslations } from "next-intl";
import { Card, Row } from "@/components/ui/card";
import type { Agency } from "@/lib/agencies/contract/agency";
import type { Access } from "@/lib/agencies/contract/platform";
import { formatDate, formatShortDate, formatTime } from "@/lib/i18n/formats";

type StandingCardProps = { agency: Agency; accesses: readonly Access[] };

/** How the agency stands with the platform, and when the platform looked inside. */
export function StandingCard({ agency, accesses }: StandingCardProps) {
  const t = useTranslations("agency.settings");
  const locale = useLocale();
  const at = { zone: agency.timeZone, year: true };
  const { own, status } = agency;
  return (
    <Card flush title={t("standing")}>
      <Row>
        <p className="font-semibold">{t(`status.${status}`)}</p>
        {status === "trial" && own?.trialEndsAt ? (
          <p className="text-ink-2">{t("trialEnds", { date: formatDate(locale, own.trialEndsAt, at) })}</p>
        ) : null}
        {own?.decisionReason ? (
          <p className="whitespace-pre-line text-ink-2">
            <bdi>{own.decisionReason}</bdi>
          </p>
        ) : null}
        {own?.licenceNumber ? <p className="text-ink-2">{t("licence", { number: own.licenceNumber })}</p> : null}
      </Row>
      <Row>
        <p className="font-semibold">{t("looks")}</p>
        {accesses.length === 0 ? <p className="text-ink-2">{t("noLooks")}</p> : null}
        {accesses.map(({ id, createdAt, reason }) => (
          <p key={id} className="mt-1 whitespace-pre-line text-ink-2">
            <span className="tn">
              {formatShortDate(locale, createdAt, at)} {formatTime(locale, createdAt, { zone: agency.timeZone })}
            </span>{" "}
            <bdi>{reason}</bdi>
          </p>
        ))}
      </Row>
    </Card>
  );
}
