"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, useAct } from "@/components/shell/use-act";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { TextField } from "@/components/ui/field";
import { fromWall } from "@/lib/i18n/wall-time";
import type { Departure, DepartureMove } from "@/lib/packages/contract/departure";

type DepartureActsProps = {
  /** Where departures are. */
  home: string;
  departure: Departure;
  update: Act<{ id: string; status?: DepartureMove; version?: number }, Departure>;
  duplicate: Act<{ id: string; startsAt: string }, Departure>;
};

/** The next steps of a departure's life, and the same again on another day. */
export function DepartureActs({ home, departure, update, duplicate }: DepartureActsProps) {
  const t = useTranslations("packages");
  const { busy, act } = useAct();
  const router = useRouter();
  const [day, setDay] = useState("");
  const { id, status, version, timeZone } = departure;
  const move = (to: DepartureMove) => act(() => update({ id, status: to, version }), { said: { text: t("saved") } });
  const isOnSale = status === "open" || status === "full";
  const startsAt = fromWall(day, timeZone);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-2.5">
        {status === "draft" || status === "closed" ? (
          <Button kind="primary" busy={busy && t("save")} onClick={() => move("open")}>
            {t("departures.open")}
          </Button>
        ) : null}
        {isOnSale ? (
          <Button busy={busy && t("save")} onClick={() => move("closed")}>
            {t("departures.close")}
          </Button>
        ) : null}
        {isOnSale || status === "closed" || status === "draft" ? (
          <Confirm
            title={t("departures.cancelAsk")}
            text={t("departures.cancelText", { count: departure.seats.held + departure.seats.sold })}
            trigger={<Button kind="danger-quiet">{t("departures.cancel")}</Button>}
            keep={t("departures.keep")}
            verb={t("departures.cancel")}
            go={(close) => {
              close();
              move("cancelled");
            }}
          />
        ) : null}
      </div>
      <div className="flex flex-wrap items-end gap-2.5">
        <TextField
          type="datetime-local"
          label={t("departures.duplicate")}
          hint={t("departures.duplicateHint")}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <Button
          busy={busy && t("save")}
          unavailable={!startsAt && t("departures.duplicateDay")}
          onClick={() =>
            startsAt &&
            act(() => duplicate({ id, startsAt: startsAt.toISOString() }), {
              said: { text: t("departures.duplicated") },
              done: (made) => router.push(`${home}/${made.id}`),
            })
          }
        >
          {t("departures.duplicateAct")}
        </Button>
      </div>
    </div>
  );
}
