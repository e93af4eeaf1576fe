import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PublicAgency } from "@/lib/agencies/contract/public";

type EvidenceProps = { agency: PublicAgency; address: string | null };

/** What is really known, and what was not told to us: never more. */
export function Evidence({ agency, address }: EvidenceProps) {
  const t = useTranslations("packages.public");
  return (
    <section aria-label={t("evidence")} className="card grid gap-4 p-4 sm:grid-cols-2 lg:grid-cols-4 lg:items-center">
      <h2 className="font-semibold text-base">{t("evidence")}</h2>
      <Fact title={t("licence")} known={agency.licenceNumber !== null}>
        <bdi>{agency.licenceNumber ?? t("licenceNone")}</bdi>
      </Fact>
      <Fact title={t("seatsNow")} known>
        {t("seatsNowText")}
      </Fact>
      <Fact title={t("office")} known={address !== null}>
        <bdi>{address ?? t("officeNone")}</bdi>
      </Fact>
    </section>
  );
}

function Fact({ title, known, children }: { title: string; known: boolean; children: ReactNode }) {
  const Sign = known ? CircleCheck : CircleDashed;
  return (
    <div className="flex items-start gap-2.5">
      <Sign aria-hidden size={20} className={`mt-0.5 flex-none ${known ? "text-ok" : "text-ink-3"}`} />
      <p className="min-w-0">
        <span className="block font-semibold text-base">{title}</span>
        <span className="block text-base text-ink-2">{children}</span>
      </p>
    </div>
  );
}
