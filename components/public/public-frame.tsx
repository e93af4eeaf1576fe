import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { chosen } from "@/components/entry/next-path";
import { PublicFoot } from "@/components/site/public-foot";
import { type Brand, PublicHero } from "@/components/site/public-hero";
import { Paused } from "./paused";
import { PublicBar } from "./public-bar";

type PublicFrameProps = {
  agency: Brand & { name: string; slug: string };
  title: string;
  lead: string;
  now: Date;
  /** Whether the reader is of this agency: the way on to their own start, or in. Absent: the way back to what is for sale. */
  belongs?: boolean;
  /** Whether nothing is sold now: said before everything else. */
  paused: boolean;
  /** How wide the page is and how its parts stand. */
  className: string;
  isLarge?: boolean;
  /** The page speaks for itself: less sky above it. */
  isLow?: boolean;
  /** What stays at the bottom of a phone. */
  bottom?: ReactNode;
  children: ReactNode;
};

/** What every public page of an agency stands in: its sky above, our foot below. */
export function PublicFrame({
  agency,
  belongs,
  paused,
  className,
  isLarge,
  bottom,
  children,
  ...hero
}: PublicFrameProps) {
  const t = useTranslations("packages.public");
  const door = useTranslations("join.agency");
  const [home, own] = [`/a/${agency.slug}`, chosen(agency.slug)];
  const way =
    belongs === undefined
      ? { href: home, label: t("packages") }
      : belongs
        ? { href: own, label: door("open") }
        : { href: `/sign-in?${new URLSearchParams({ next: own })}`, label: door("signIn") };
  const bar = <PublicBar home={home} way={way} />;
  return (
    <div data-density={isLarge ? "large" : "cosy"} className="flex min-h-dvh flex-col">
      <PublicHero name={agency.name} home={home} brand={agency} nav={bar} {...hero} />
      <main id="content" tabIndex={-1} className={`relative mx-auto -mt-9 w-full flex-1 pb-6 ${className}`}>
        {paused ? <Paused name={agency.name} /> : null}
        {children}
      </main>
      <PublicFoot />
      {bottom ? (
        <div className="sticky bottom-0 z-20 flex flex-wrap gap-2.5 border-line border-t bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:hidden">
          {bottom}
        </div>
      ) : null}
    </div>
  );
}
