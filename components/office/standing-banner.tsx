import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import type { Agency } from "@/lib/agencies/contract/agency";
import { formatDate } from "@/lib/i18n/formats";
import { DAY } from "@/lib/kernel/durations";
import { StandingWatch } from "./standing-watch";

const NEAR_MS = 7 * DAY;
type StandingBannerProps = { agency: Pick<Agency, "slug" | "status" | "own" | "timeZone">; now: Date };

/** What the agency's standing means for who works here, with what the platform said; nothing while all is well. */
export function StandingBanner({ agency: { slug, status, own, timeZone }, now }: StandingBannerProps) {
  const t = useTranslations("agency.frame");
  const again = useTranslations("platform.register");
  const locale = useLocale();
  const said = own?.decisionReason;
  const ends = status === "trial" ? (own?.trialEndsAt ?? null) : null;
  if (status === "pending" || status === "suspended" || status === "expired") {
    return (
      <Banner
        kind={status === "pending" ? "info" : "warn"}
        className="mb-5"
        action={status === "pending" && said ? <LinkButton href="/register-agency">{again("again")}</LinkButton> : null}
      >
        <StandingWatch {...{ slug, status }} said={said ?? null} />
        {t(status)}
        {said ? <bdi className="mt-1 block whitespace-pre-line font-semibold">{said}</bdi> : null}
      </Banner>
    );
  }
  if (!ends || ends.getTime() - now.getTime() > NEAR_MS) return null;
  return (
    <Banner kind="warn" className="mb-5">
      {t("trial", { date: formatDate(locale, ends, { zone: timeZone, year: true }) })}
    </Banner>
  );
}
