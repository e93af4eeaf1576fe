"use client";

import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { formatAge } from "@/lib/i18n/formats";
import { useOnline } from "./use-online";
import { KEPT, KEPT_AT } from "./who";

const dateOf = (ms: string | null | undefined) => (Number(ms) ? new Date(Number(ms)) : null);

/** When the page of this address was kept; null when it was not. */
async function readKeptAt(): Promise<Date | null> {
  if (!("caches" in window)) return null;
  const kept = await caches.match(window.location.pathname, { ignoreSearch: true }).catch(() => undefined);
  return dateOf(kept?.headers.get(KEPT_AT));
}

/** Says that there is no network, or that the page came from this device though the phone says there is one, and how old
 * what stands below is. */
export function OfflineBanner() {
  const t = useTranslations("shell.offline");
  const locale = useLocale();
  const online = useOnline();
  const path = usePathname();
  const [keptAt, setKeptAt] = useState<Date | null>(null);
  const [drawn, setDrawn] = useState<{ path: string; at: Date } | null>(null);
  useEffect(() => {
    if (!online) void readKeptAt().then(setKeptAt);
  }, [online]);
  useEffect(() => {
    const at = dateOf(document.documentElement.getAttribute(KEPT));
    // Only the page that the browser itself opened is a kept one.
    document.documentElement.removeAttribute(KEPT);
    setDrawn((before) => (at ? { path, at } : before?.path === path ? before : null));
  }, [path]);
  if (online && !drawn) return null;
  const at = drawn?.at ?? keptAt;
  return (
    <Banner kind="offline" title={online ? undefined : `${t("title")}.`} className="m-4 mb-0">
      {t("text")} {at ? t("at", { age: formatAge(locale, at, new Date()) }) : null}
    </Banner>
  );
}
