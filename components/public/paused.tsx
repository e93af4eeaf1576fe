import { CirclePause } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";

/** Said where an agency that may not change anything would sell: it is suspended, or its trial is over. */
export function Paused({ name }: { name: string }) {
  const t = useTranslations("packages.public");
  return (
    <Banner kind="warn" className="col-span-full" icon={CirclePause} title={t("paused", { name })}>
      {t("pausedText")}
    </Banner>
  );
}
