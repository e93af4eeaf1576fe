import { useLocale, useTranslations } from "next-intl";
import { inWords } from "@/lib/i18n/in-words";
import type { Money } from "@/lib/kernel/money";

/** A sum spelled below its figures, so that on paper no digit can be added to it. Drawn by the server alone: the numerals of
 * six languages are nothing for a phone to load. */
export function InWords({ money }: { money: Money }) {
  const t = useTranslations("common");
  return <p className="mt-1 max-w-md text-ink-2">{t("inWords", { words: inWords(useLocale(), money) })}</p>;
}
