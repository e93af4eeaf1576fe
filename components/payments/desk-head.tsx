import { Landmark } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/headers";
import { LinkButton } from "@/components/ui/link-button";
import { formatMoney } from "@/lib/i18n/formats";
import type { DeskCounts } from "@/lib/payments/contract/proof";

type DeskHeadProps = { counts: DeskCounts; bank: string | null; file: ReactNode; views: ReactNode };

/** How many proofs wait, of how much money they speak, and the way to the bank's files for who keeps them. */
export function DeskHead({ counts, bank, file, views }: DeskHeadProps) {
  const t = useTranslations("payments");
  const locale = useLocale();
  const sums = counts.waiting.map((money) => formatMoney(locale, money));
  const link = bank ? (
    <LinkButton href={bank} icon={<Landmark aria-hidden size={16} />}>
      {t("bank.title")}
    </LinkButton>
  ) : null;
  return (
    <PageHeader
      title={t("desk.title")}
      meta={[t("desk.waiting", { count: counts.toCheck + counts.secondLook }), ...sums].join("\u00a0· ")}
      actions={
        <>
          {views}
          {file}
          {link}
        </>
      }
    />
  );
}
