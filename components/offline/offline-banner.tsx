"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { formatAge } from "@/lib/i18n/formats";
import { useOnline } from "./use-online";
import { KEPT_AT } from "./who";

/** When the page of this address was kept; null when it was not. */
async function readKeptAt(): Promise<Date | null> {
  if (!("caches" in window)) return null;
  const kept = await caches.match(window.location.pathname, { ignoreSearch: true }).catch(() => undefined);
  const at = Number(kept?.headers.get(KEPT_AT));
  return at ? new Date(at) : null;
}

/** Says that there is no network, and how old what stands below is. */
export function OfflineBanner() {
  const t = useTranslations("shell.offline");
  const locale = useLocale();
  const online = useOnline();
  const [keptAt, setKeptAt] = useState<Date | null>(null);
  useEffect(() => {
    if (!online) void readKeptAt().then(setKeptAt);
  }, [online]);
  if (online) return null;
  return (
    <Banner kind="offline" title={`${t("title")}.`} className="m-4 mb-0">
      {t("text")} {keptAt ? t("at", { age: formatAge(locale, keptAt, new Date()) }) : null}
    </Banner>
  );
}
