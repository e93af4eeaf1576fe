import { Armchair } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";

/** The way from savings to a seat, for a plan that has something on it. */
export function ConvertCard({ href }: { href: string }) {
  const t = useTranslations("savings.convert");
  return (
    <Card title={t("card")} className="print:hidden">
      <p className="text-ink-2">{t("cardText")}</p>
      <LinkButton size="lg" wide href={href} icon={<Armchair aria-hidden size={18} />} className="mt-3">
        {t("verb")}
      </LinkButton>
    </Card>
  );
}
