import type { ReactNode } from "react";
import { SkipLink } from "@/components/shell/skip-link";
import { Avatar } from "@/components/ui/avatar";
import { Horizon } from "@/components/ui/horizon";
import { Link } from "@/components/ui/link";
import { Mark } from "@/components/ui/mark";
import { hijriDay } from "@/lib/i18n/hijri";

/** A quiet button over the night sky. */
export const ON_SKY = "[--edge:oklch(1_0_0/0.45)] [--on:#fff] focus-visible:outline-lamp";

/** A tile of the sky's own colour would be lost in it. */
const RIM = "outline outline-white/45";

/** What an agency set for its own look. */
export type Brand = { logo: string | null; brandColour: string | null };

type PublicHeroProps = {
  name: string;
  home: string;
  /** An agency's own tile and sky in place of ours. */
  brand?: Brand;
  title: string;
  lead: string;
  now: Date;
  /** Beside the name: sign in. */
  nav: ReactNode;
  /** The page speaks for itself: less sky above it. */
  isLow?: boolean;
  children?: ReactNode;
};

/** Top of a public page: whose it is, one sentence, tonight's moon over the ridge. */
export function PublicHero({ name, home, brand, title, lead, now, nav, isLow, children }: PublicHeroProps) {
  const moonDay = hijriDay(now, "Asia/Riyadh").day;
  const moon = isLow
    ? "[&>svg:first-child]:top-20 [&>svg:first-child]:size-12 md:[&>svg:first-child]:size-20"
    : "max-md:[&>svg:first-child]:top-22 max-md:[&>svg:first-child]:size-14 md:[&>svg:first-child]:top-24 md:[&>svg:first-child]:size-32";
  return (
    <>
      <SkipLink />
      <Horizon wide colour={brand?.brandColour} moonDay={moonDay} className={`text-white ${moon}`}>
        <div
          className={`mx-auto flex w-full max-w-6xl flex-col px-5 pt-5 md:px-8 ${isLow ? "gap-7 pb-18 md:pb-20" : "gap-12 pb-20 md:gap-14 md:pb-30"}`}
        >
          <header data-density="cosy" className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
            <Link
              href={home}
              className="flex min-h-12 min-w-0 items-center gap-3 font-semibold text-md focus-visible:outline-lamp"
            >
              {brand ? (
                <Avatar name={name} src={brand.logo} colour={brand.brandColour} size={36} square className={RIM} />
              ) : (
                <Mark size={34} />
              )}
              <bdi>{name}</bdi>
            </Link>
            {nav}
          </header>
          <div className="max-w-xl pe-20 md:pe-0">
            <h1
              className={`display text-balance ${isLow ? "text-3xl md:text-4xl" : "text-[clamp(1.875rem,8.5vw,2.5rem)] leading-[1.1] md:text-5xl"}`}
            >
              {title}
            </h1>
            <p className="mt-4 text-lg text-pretty text-white/85">{lead}</p>
            {children}
          </div>
        </div>
      </Horizon>
    </>
  );
}
