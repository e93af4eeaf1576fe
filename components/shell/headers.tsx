import { ChevronLeft } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Moon } from "@/components/ui/moon";
import { formatTravelDate } from "@/lib/i18n/formats";
import { hijriDay } from "@/lib/i18n/hijri";

/** Where it leads by its own name, or by that of a place of the side bar. */
type Place = "departures" | "liveGroups" | "products" | "savings" | "settings" | "today";
export type BackTo = { href: string } & ({ label: string } | { to: Place });

/** The way back, above a page's title. */
export function Back(back: BackTo) {
  const nav = useTranslations("shell.nav");
  return (
    <Link
      href={back.href}
      className="-ms-2 inline-flex min-h-(--touch) w-fit items-center gap-1 rounded-md px-2 text-ink-2 hover:text-ink print:hidden"
    >
      <ChevronLeft aria-hidden size={18} className="mirror" />
      {"to" in back ? nav(back.to) : back.label}
    </Link>
  );
}

/** Weekday, date and Hijri day, with its moon. */
export function DayLine({ date, zone, className }: { date: Date; zone: string; className?: string }) {
  const locale = useLocale();
  return (
    <span className={`inline-flex items-center gap-2 text-ink-2 ${className ?? ""}`}>
      <Moon day={hijriDay(date, zone).day} size={18} />
      <time dateTime={date.toISOString()}>{formatTravelDate(locale, date, { zone })}</time>
    </span>
  );
}

type PageHeaderProps = { title: ReactNode; meta?: ReactNode; actions?: ReactNode; back?: BackTo };

/** Top of an office page. */
export function PageHeader({ title, meta, actions, back }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 md:flex-[1_1_12rem]">
        {back ? <Back {...back} /> : null}
        <h1 className="display text-2xl">{title}</h1>
        {meta ? <div className="mt-0.5 text-ink-2">{meta}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2.5">{actions}</div> : null}
    </header>
  );
}

type PhoneHeaderProps = { title: ReactNode; eyebrow?: ReactNode; meta?: ReactNode; end?: ReactNode; back?: BackTo };

/** Top of a leader's or pilgrim's page: a greeting, the name, the day; the group's tag at the end. */
export function PhoneHeader({ title, eyebrow, meta, end, back }: PhoneHeaderProps) {
  return (
    <header className="px-1 pt-2">
      {back ? <Back {...back} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-[min(10rem,100%)] flex-1">
          {eyebrow ? <p className="text-md text-ink-2">{eyebrow}</p> : null}
          <h1 className="display text-[1.6875rem] leading-tight rtl:leading-normal">{title}</h1>
        </div>
        {end}
      </div>
      {meta ? <div className="mt-1 text-md text-ink-2">{meta}</div> : null}
    </header>
  );
}
