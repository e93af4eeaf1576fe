"use client";

import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";

/** Lists that everybody has who may open pages beneath them. */
const LISTS: Record<string, readonly string[]> = {
  office: ["groups", "departures", "packages", "products", "bookings"],
  my: ["messages", "bookings", "invoices", "savings", "shop"],
};
const INSIDE = /^(\/a\/[^/]+\/(office|lead|my))(?:\/([^/]+)\/.)?/;

/** What can be opened instead of a page that is not there: the list it would belong to, and where its reader begins.
 * @param path of that page; null for who has no business near it */
export function WaysBack({ path }: { path: string | null }) {
  const t = useTranslations("shell.missing");
  const [, home, surface = "", list = ""] = INSIDE.exec(path ?? "") ?? [];
  if (home === undefined) {
    return (
      <LinkButton kind="primary" href="/">
        {t("act")}
      </LinkButton>
    );
  }
  const hasList = LISTS[surface]?.includes(list) ?? false;
  return (
    <>
      {hasList ? (
        <LinkButton kind="primary" href={`${home}/${list}`}>
          {t("toList")}
        </LinkButton>
      ) : null}
      <LinkButton kind={hasList ? "secondary" : "primary"} href={home}>
        {t("toToday")}
      </LinkButton>
    </>
  );
}
