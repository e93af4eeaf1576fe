import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Mark } from "@/components/ui/mark";
import type { NavSection } from "./nav";
import { OfficeDrawer } from "./office-drawer";
import { SideNav } from "./side-nav";
import { SkipLink } from "./skip-link";

export type OfficeShellProps = {
  /** Whose office it is: at the top of the side bar, and alone on narrow screens. */
  name: ReactNode;
  title: ReactNode;
  sections: readonly NavSection[];
  /** Beneath the name: finding, and what waits for the reader. */
  tools?: ReactNode;
  /** The same of narrow screens, beside the name. */
  topTools?: ReactNode;
  /** Clocks and account. */
  foot: ReactNode;
  /** Stands above the page: offline, paused, trial ends. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The back office: side bar from 68rem, a rail from 52rem, a drawer below. */
export function OfficeShell({ name, title, sections, tools, topTools, foot, banner, children }: OfficeShellProps) {
  return (
    <div className="office" data-density="compact">
      <SkipLink />
      <header className="office-top">
        <OfficeDrawer sections={sections} head={name} foot={foot} />
        <span className="min-w-0 flex-1 font-semibold max-[18rem]:truncate">{title}</span>
        {topTools ?? <Mark size={28} tile />}
      </header>
      <aside className="office-side">
        {name}
        {tools}
        <div className="min-h-0 flex-1 overflow-y-auto py-1">
          <SideNav sections={sections} />
        </div>
        <div className="flex flex-col gap-3">{foot}</div>
      </aside>
      <main id="content" tabIndex={-1} className="office-page">
        {banner}
        {children}
      </main>
    </div>
  );
}

type AgencyNameProps = { name: string /** "All branches", or the branch. */; detail?: string; logoUrl?: string };

export function AgencyName({ name, detail, logoUrl }: AgencyNameProps) {
  return (
    <div className="flex items-center gap-2.5 px-1.5 py-1">
      {logoUrl ? <Avatar name={name} src={logoUrl} size={34} square /> : <Mark size={34} tile />}
      <div className="side-word min-w-0">
        <div className="leading-tight font-semibold">{name}</div>
        {detail ? <div className="text-xs text-shell-ink-2">{detail}</div> : null}
      </div>
    </div>
  );
}
