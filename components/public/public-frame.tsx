import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PublicFoot } from "@/components/site/public-foot";
import { ON_SKY, PublicHero } from "@/components/site/public-hero";
import { LinkButton } from "@/components/ui/button";

type PublicFrameProps = {
  agency: { name: string; slug: string };
  title: string;
  lead: string;
  now: Date;
  /** Beside the name; absent: the way back to what is for sale. */
  nav?: { href: string; label: string };
  /** How wide the page is and how its parts stand. */
  className: string;
  isLarge?: boolean;
  children: ReactNode;
};

/** What every public page of an agency stands in: its sky above, our foot below. */
export function PublicFrame({ agency, title, lead, now, nav, className, isLarge, children }: PublicFrameProps) {
  const t = useTranslations("packages.public");
  const home = `/a/${agency.slug}`;
  const way = (
    <LinkButton href={nav?.href ?? home} kind="ghost" size="lg" className={ON_SKY}>
      {nav?.label ?? t("packages")}
    </LinkButton>
  );
  return (
    <div data-density={isLarge ? "large" : "cosy"} className="flex min-h-dvh flex-col">
      <PublicHero name={agency.name} home={home} isAgency title={title} lead={lead} now={now} nav={way} />
      <main id="content" tabIndex={-1} className={`relative mx-auto -mt-14 w-full flex-1 pb-6 ${className}`}>
        {children}
      </main>
      <PublicFoot />
    </div>
  );
}
