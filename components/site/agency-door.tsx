import { Phone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { formatTime } from "@/lib/i18n/formats";
import { formatPhone } from "@/lib/i18n/phone";
import { CodeForm } from "./code-form";

type AgencyDoorProps = { agency: { hotline: string | null; timeZone: string }; now: Date };

/** Join by code, or speak with somebody. */
export function AgencyDoor({ agency: { hotline, timeZone }, now }: AgencyDoorProps) {
  const t = useTranslations("join.agency");
  const locale = useLocale();
  return (
    <div
      id="office"
      className="relative grid scroll-mt-6 grid-cols-[minmax(0,1fr)] items-start gap-5 md:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <Card title={t("joinTitle")}>
        <p className="mb-4 text-ink-2 text-md">{t("joinText")}</p>
        <div className="max-w-md">
          <CodeForm />
        </div>
      </Card>
      {hotline ? (
        <Card title={t("callTitle")}>
          <p className="mb-3 text-ink-2 text-md">{t("callText")}</p>
          <a href={`tel:${hotline}`} className="btn" data-size="lg" data-kind="secondary" data-wide="">
            <Phone aria-hidden size={18} />
            <bdi dir="ltr" className="tn">
              {formatPhone(hotline)}
            </bdi>
          </a>
          <p className="mt-3 text-base text-ink-3">
            {t("clock", { time: formatTime(locale, now, { zone: timeZone }) })}
          </p>
        </Card>
      ) : null}
    </div>
  );
}
