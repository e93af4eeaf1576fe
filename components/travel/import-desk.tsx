"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { PassengerImport } from "@/lib/travel/contract/import";
import { ChooseSheet } from "./choose-sheet";
import { type CheckActs, ImportCheck } from "./import-check";
import { ImportProgress } from "./import-progress";
import { ProblemList } from "./problem-list";

type ImportDeskProps = {
  slug: string;
  departureId: string;
  latest: PassengerImport | null;
  bookings: string;
  acts: CheckActs;
};

/** A file of passengers on its way: chosen, looked through, taken in. */
export function ImportDesk({ slug, departureId, latest, bookings, acts }: ImportDeskProps) {
  const t = useTranslations("travel.import");
  const [found, setFound] = useState(latest);
  const choose = <ChooseSheet {...{ slug, departureId }} onFound={setFound} again={found !== null} />;
  if (found?.status === "running" || found?.status === "paused")
    return <ImportProgress {...{ slug, departureId }} found={found} onFound={setFound} />;
  if (found?.status === "checked")
    return (
      <div className="flex flex-col gap-5">
        {choose}
        <ImportCheck key={found.id} {...{ slug, found, acts }} onFound={setFound} />
      </div>
    );
  const isOver = found?.status === "done" || found?.status === "failed";
  return (
    <div className="flex flex-col gap-5">
      {found?.status === "failed" ? (
        <Banner kind="bad">{t("failed", { done: found.done, all: found.fine })}</Banner>
      ) : null}
      {found?.status === "done" ? (
        <Card title={t("done", { count: found.done })}>
          {found.refused > 0 ? (
            <Banner kind="warn" className="mb-3">
              {t("refused", { count: found.refused })}
            </Banner>
          ) : null}
          <LinkButton href={bookings}>{t("toBookings")}</LinkButton>
        </Card>
      ) : null}
      {isOver ? <ProblemList {...{ slug, found }} /> : null}
      {choose}
    </div>
  );
}
