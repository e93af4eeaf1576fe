import { CircleCheck, CircleDashed } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PublicAgency } from "@/lib/agencies/contract/public";
import { formatShortDate } from "@/lib/i18n/formats";
import { formatList } from "@/lib/i18n/list";
import type { PublicDeparture } from "@/lib/packages/contract/public";

type EvidenceProps = {
  agency: PublicAgency;
  address: string | null;
  /** The next departure on sale, if there is one. */
  next: PublicDeparture | undefined;
};

/** What is really known, and what was not told to us: never more. */
export function Evidence({ agency, address, next }: EvidenceProps) {
  const t = useTranslations("packages.public");
  const locale = useLocale();
  const at = next && { zone: next.timeZone };
  const day = next && at ? formatShortDate(locale, next.startsAt, at) : null;
  const flight = next?.flights[0];
  const hotels = formatList(locale, next?.hotels.map(({ name }) => name) ?? []);
  return (
    <section
      id="evidence"
      aria-label={t("evidence")}
      className="card grid scroll-mt-6 gap-4 p-4 sm:grid-cols-2 lg:flex lg:gap-0 lg:px-5"
    >
      <h2 className="font-semibold text-base sm:col-span-2 lg:w-36 lg:flex-none">
        {day ? t("certain", { day }) : t("evidence")}
      </h2>
      <Fact title={t("licence")} known={agency.licenceNumber !== null}>
        <bdi>{agency.licenceNumber ?? t("licenceNone")}</bdi>
      </Fact>
      {day ? (
        <>
          <Fact title={t("flight")} known={flight !== undefined}>
            <bdi>{flight ? `${flight.number}, ${flight.from} – ${flight.to}` : t("flightNone")}</bdi>
          </Fact>
          <Fact title={t("hotels")} known={hotels !== ""}>
            <bdi>{hotels || t("hotelsNone")}</bdi>
          </Fact>
          <Fact title={t("seatsNow")} known>
            {t("seatsNowText")}
          </Fact>
        </>
      ) : null}
      <Fact title={t("office")} known={address !== null}>
        <bdi>{address ?? t("officeNone")}</bdi>
      </Fact>
    </section>
  );
}

function Fact({ title, known, children }: { title: string; known: boolean; children: ReactNode }) {
  const Sign = known ? CircleCheck : CircleDashed;
  return (
    <div className="flex min-w-0 items-start gap-2.5 border-line lg:flex-1 lg:border-s lg:px-3.5">
      <Sign aria-hidden size={20} className={`mt-0.5 flex-none ${known ? "text-ok" : "text-ink-3"}`} />
      <p className="min-w-0">
        <span className="block font-semibold text-base">{title}</span>
        <span className="block text-ink-2 text-sm">{children}</span>
      </p>
    </div>
  );
}
