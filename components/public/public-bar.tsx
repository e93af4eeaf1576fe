import { Globe } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ON_SKY } from "@/components/site/public-hero";
import { LinkButton } from "@/components/ui/link-button";
import { asLocale } from "@/lib/i18n/locales";

type PublicBarProps = { home: string; way: { href: string; label: string } };

/** Beside an agency's name: the parts of its page, the language, and the way in. */
export function PublicBar({ home, way }: PublicBarProps) {
  const t = useTranslations("packages");
  const shell = useTranslations("shell");
  const locale = useLocale();
  const parts = [
    { href: `${home}#packages`, label: t("title") },
    { href: `${home}#evidence`, label: t("public.evidence") },
    { href: `${home}#office`, label: t("public.office") },
  ];
  return (
    <>
      <nav aria-label={t("public.parts")} className="mx-auto hidden gap-1 font-label md:flex">
        {parts.map(({ href, label }) => (
          <a key={href} href={href} className="rounded-md px-3 py-2 hover:underline focus-visible:outline-lamp">
            {label}
          </a>
        ))}
      </nav>
      <div className="flex items-center gap-2">
        <a
          href="#foot"
          aria-label={shell("language")}
          className="flex min-h-11 items-center gap-1.5 rounded-md px-2 font-label uppercase focus-visible:outline-lamp"
        >
          <Globe aria-hidden size={18} />
          <span className="max-sm:hidden">{asLocale(locale)}</span>
        </a>
        <LinkButton href={way.href} kind="ghost" className={`max-sm:px-3.5 ${ON_SKY}`}>
          {way.label}
        </LinkButton>
      </div>
    </>
  );
}
