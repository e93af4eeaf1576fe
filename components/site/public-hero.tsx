import Link from "next/link";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/shell/skip-link";
import { Avatar } from "@/components/ui/avatar";
import { Horizon } from "@/components/ui/horizon";
import { Mark } from "@/components/ui/mark";
import { hijriDay } from "@/lib/i18n/hijri";

/** A quiet button over the night sky. */
export const ON_SKY = "[--edge:oklch(1_0_0/0.45)] [--on:#fff] focus-visible:outline-lamp";

type PublicHeroProps = {
  name: string;
  home: string;
  /** An agency's letter on a lamp tile in place of our mark. */
  isAgency?: boolean;
  title: string;
  lead: string;
  now: Date;
  /** Beside the name: sign in. */
  nav: ReactNode;
  children?: ReactNode;
};

/** Top of a public page: whose it is, one sentence, tonight's moon over the ridge. */
export function PublicHero({ name, home, isAgency, title, lead, now, nav, children }: PublicHeroProps) {
  const moonDay = hijriDay(now, "Asia/Riyadh").day;
  return (
    <>
      <SkipLink />
      <Horizon
        wide
        moonDay={moonDay}
        className="text-white [&>svg:first-child]:top-19 max-md:[&>svg:first-child]:size-12 md:[&>svg:first-child]:top-24 md:[&>svg:first-child]:size-28"
      >
        <div className="mx-auto flex w-full max-w-5xl flex-col gap-16 px-5 pt-5 pb-28 md:gap-14 md:px-8 md:pb-44">
          <header className="flex flex-wrap items-center justify-between gap-3">
            <Link
              href={home}
              className="flex min-h-12 min-w-0 items-center gap-3 font-semibold text-md focus-visible:outline-lamp"
            >
              {isAgency ? <Avatar name={name} size={36} square /> : <Mark size={34} />}
              {isAgency ? <span className="sr-only">{name}</span> : <bdi>{name}</bdi>}
            </Link>
            {nav}
          </header>
          <div className="max-w-xl">
            <h1 className="display text-4xl text-balance md:text-5xl">{title}</h1>
            <p className="mt-4 text-lg text-white/85 text-pretty">{lead}</p>
            {children}
          </div>
        </div>
      </Horizon>
    </>
  );
}
