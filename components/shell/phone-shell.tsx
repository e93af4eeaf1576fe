import type { ReactNode } from "react";
import { OfflineBanner } from "@/components/offline/offline-banner";
import { BottomNav } from "./bottom-nav";
import type { NavItem } from "./nav";
import { SkipLink } from "./skip-link";

export type PhoneShellProps = {
  items: readonly NavItem[];
  /** map: the page fills the room above the bar and scrolls inside itself; page: a column that scrolls. */
  layout?: "page" | "map";
  banner?: ReactNode;
  children: ReactNode;
};

/** The surface of leaders and pilgrims: one column, everything large, the same bar always at the bottom. */
export function PhoneShell({ items, layout = "page", banner, children }: PhoneShellProps) {
  return (
    <div className="phone" data-density="large" data-layout={layout}>
      <SkipLink />
      <OfflineBanner />
      {banner}
      <main id="content" tabIndex={-1} className="phone-page">
        {children}
      </main>
      <BottomNav items={items} />
    </div>
  );
}
