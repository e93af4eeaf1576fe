"use client";

import { useTranslations } from "next-intl";

/** Lists that everybody has who may open pages beneath them. */
const LISTS: Record<string, readonly string[]> = {
  office: ["groups", "departures", "packages", "products", "bookings"],
  my: ["messages", "bookings", "invoices", "savings", "shop"],
};
const INSIDE = /^(\/a\/[^/]+\/(office|lead|my))(?:\/([^/]+)\/.)?/;

/** A whole document of its own: Next's link here would be in the first load of every page that has a missing one. */
const Way = ({ kind, href, children }: { kind: "primary" | "secondary"; href: string; children: string }) => (
  <a className="btn" data-kind={kind} data-size="md" href={href}>
    {children}
  </a>
);

/** What can be opened instead of a page that is not there: the list it would belong to, and where its reader begins.
 * @param path of that page; null for who has no business near it */
export function WaysBack({ path }: { path: string | null }) {
  const t = useTranslations("shell.missing");
  const [, home, surface = "", list = ""] = INSIDE.exec(path ?? "") ?? [];
  if (home === undefined) {
    return (
      <Way kind="primary" href="/">
        {t("act")}
      </Way>
    );
  }
  const hasList = LISTS[surface]?.includes(list) ?? false;
  return (
    <>
      {hasList ? (
        <Way kind="primary" href={`${home}/${list}`}>
          {t("toList")}
        </Way>
      ) : null}
      <Way kind={hasList ? "secondary" : "primary"} href={home}>
        {t("toToday")}
      </Way>
    </>
  );
}
