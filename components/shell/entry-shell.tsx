import type { ReactNode } from "react";
import { Horizon } from "@/components/ui/horizon";
import { Mark } from "@/components/ui/mark";
import { hijriDay } from "@/lib/i18n/hijri";
import { LocaleSwitch, ThemeSwitch } from "./appearance";
import { Back, type BackTo } from "./headers";
import { SkipLink } from "./skip-link";

export type EntryShellProps = {
  title: string;
  text?: ReactNode;
  /** Whose door this is; the product's name unless told. */
  name?: string;
  now: Date;
  back?: BackTo;
  children: ReactNode;
  /** Other ways: "No account yet? Register". */
  footer?: ReactNode;
};

/** Pages before one is in: sign-in, register, invitation, reset. Calm: one column beside the horizon of tonight's moon. */
export function EntryShell({ title, text, name = "Qafila", now, back, children, footer }: EntryShellProps) {
  const moonDay = hijriDay(now, "Asia/Riyadh").day;
  return (
    <div className="entry" data-density="cosy">
      <SkipLink />
      <Horizon moonDay={moonDay} className="entry-cover">
        <header className="flex items-center gap-3 p-6 text-white md:p-10">
          <Mark size={36} />
          <span className="display text-xl">{name}</span>
        </header>
      </Horizon>
      <main id="content" tabIndex={-1} className="entry-page">
        <div className="flex w-full max-w-sm flex-1 flex-col justify-center gap-6 py-8">
          <div>
            {back ? <Back {...back} /> : null}
            <h1 className="display text-2xl text-balance">{title}</h1>
            {text ? <p className="mt-1.5 text-md text-ink-2">{text}</p> : null}
          </div>
          {children}
          {footer ? <div className="text-ink-2">{footer}</div> : null}
        </div>
        <div className="flex w-full max-w-sm flex-wrap items-end justify-between gap-4">
          <LocaleSwitch className="min-w-36 flex-1" />
          <ThemeSwitch />
        </div>
      </main>
    </div>
  );
}
