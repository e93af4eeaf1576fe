import type { ReactNode } from "react";
import { Horizon } from "@/components/ui/horizon";
import { hijriDay } from "@/lib/i18n/hijri";

type HeroCardProps = {
  label: ReactNode;
  title: ReactNode;
  text?: ReactNode;
  /** The date whose moon stands in the sky. */
  date: Date;
  zone: string;
  /** Below the words: a thread, an act. */
  children?: ReactNode;
};

/** The sky of a trip that is ahead or behind; dark in both themes, as night is. */
export function HeroCard({ label, title, text, date, zone, children }: HeroCardProps) {
  return (
    <section
      data-theme="dark"
      className="overflow-hidden rounded-[1.625rem] text-ink [--ink-3:var(--ink-2)] [--line-strong:var(--color-petrol-300)] [--line:var(--color-petrol-500)] [--surface:var(--color-petrol-900)]"
    >
      <Horizon moonDay={hijriDay(date, zone).day}>
        <div className="flex flex-col p-5">
          <p className="pe-24 text-ink-2">{label}</p>
          <h2 className="display pe-16 text-[2.25rem] leading-tight font-bold text-balance rtl:leading-normal">
            {title}
          </h2>
          {text ? <p className="mt-1">{text}</p> : null}
          {children ? <div className="mt-5">{children}</div> : null}
        </div>
      </Horizon>
    </section>
  );
}
