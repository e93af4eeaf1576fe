"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { fromPage } from "@/components/offline/who";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { PassengerImport } from "@/lib/travel/contract/import";

type ImportProgressProps = {
  slug: string;
  departureId: string;
  found: PassengerImport;
  onFound: (found: PassengerImport) => void;
};
const LOOK_MS = 1_500;

/** How far it is, and whether it waits; looks again until it is done. */
export function ImportProgress({ slug, departureId, found, onFound }: ImportProgressProps) {
  const t = useTranslations("travel.import");
  const path = `/api/v1/departures/${departureId}/passengers/imports/${found.id}`;
  const look = useEffectEvent(async () => {
    const answer = await fetch(path, { headers: fromPage(slug) }).catch(() => null);
    if (answer?.ok) onFound((await answer.json()) as PassengerImport);
  });
  useEffect(() => {
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const taken = found.done + found.refused;
  return (
    <Card title={t("title")}>
      <p role="status" className="tn mb-2 font-semibold">
        {t("running", { done: taken, all: found.fine })}
      </p>
      <progress value={taken} max={found.fine} aria-label={t("title")} className="h-2 w-full accent-primary" />
      {found.status === "paused" ? (
        <Banner kind="warn" className="mt-3">
          {t("pausedText")}
        </Banner>
      ) : (
        <p className="mt-3 text-ink-2">{t("runningText")}</p>
      )}
    </Card>
  );
}
