"use client";

import { ArrowRightLeft, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { Unit } from "@/lib/travel/contract/place";
import { placeLabel } from "@/lib/travel/rules/labels";

type UnitCardProps = {
  unit: Unit;
  nameOf: (pilgrimId: string) => string;
  picked: string | null;
  pick: ((pilgrimId: string) => void) | null;
  /** Absent until somebody is picked and it is said why. */
  put: ((unitId: string, number?: number) => void) | null;
  remove: (() => void) | null;
};

/** One room or bus: its places by number, who has them, and which are free. */
export function UnitCard({ unit, nameOf, picked, pick, put, remove }: UnitCardProps) {
  const t = useTranslations("travel");
  const room = useTranslations("packages.room");
  const isBus = unit.leg === "bus";
  const title = t(isBus ? "place.bus" : "place.room", { name: unit.name });
  const numbers = Array.from({ length: unit.places }, (_, i) => i + 1);
  return (
    <li className="card p-4">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="font-semibold text-md">{title}</h3>
        <span className="tn text-ink-2 text-sm">
          {t("place.taken", { taken: unit.taken.length, places: unit.places })}
        </span>
        {isBus ? null : (
          <p className="basis-full text-ink-3 text-sm">
            {unit.roomType ? room(unit.roomType) : ""}&nbsp;· {t(`sex.${unit.sex}`)}
          </p>
        )}
      </div>
      <ol className={isBus ? "grid gap-x-4 sm:grid-cols-2 xl:grid-cols-4" : ""}>
        {numbers.map((number) => {
          const one = unit.taken.find((taken) => taken.number === number);
          return (
            <li key={number} className="flex min-h-10 items-center gap-2 border-line border-t">
              <span className="tn w-8 flex-none text-ink-3 text-sm">
                <bdi dir="ltr">{placeLabel(unit.leg, number)}</bdi>
              </span>
              {one ? (
                <Taken
                  name={nameOf(one.pilgrimId)}
                  reason={one.reason}
                  clash={one.clash}
                  isPicked={picked === one.pilgrimId}
                  pick={pick && (() => pick(one.pilgrimId))}
                />
              ) : put ? (
                <Button size="sm" onClick={() => put(unit.id, number)}>
                  {t("place.here")}
                </Button>
              ) : (
                <span className="text-ink-3 text-sm">{t("place.empty")}</span>
              )}
            </li>
          );
        })}
      </ol>
      {remove && unit.taken.length === 0 ? <Remove title={title} remove={remove} /> : null}
    </li>
  );
}

type TakenProps = Pick<Unit["taken"][number], "reason" | "clash"> & {
  name: string;
  isPicked: boolean;
  pick: (() => void) | null;
};
function Taken({ name, reason, clash, isPicked, pick }: TakenProps) {
  const t = useTranslations("travel.place");
  return (
    <>
      <span className="min-w-0 flex-1 py-1">
        <bdi className="block font-semibold">{name}</bdi>
        {reason ? <span className="block text-ink-3 text-sm">{t("byHand", { reason })}</span> : null}
        {clash ? <Badge status="warn">{t(`clash.${clash}`)}</Badge> : null}
      </span>
      {pick ? (
        <Button
          kind={isPicked ? "primary" : "ghost"}
          size="sm"
          aria-pressed={isPicked}
          aria-label={t("pick", { name })}
          icon={<ArrowRightLeft aria-hidden size={16} />}
          onClick={pick}
        />
      ) : null}
    </>
  );
}

function Remove({ title, remove }: { title: string; remove: () => void }) {
  const t = useTranslations("travel.place");
  return (
    <Confirm
      title={t("removeAsk", { name: title })}
      trigger={
        <Button kind="ghost" size="sm" className="mt-2" icon={<Trash2 aria-hidden size={16} />}>
          {t("remove")}
        </Button>
      }
      keep={t("keep")}
      verb={t("remove")}
      go={(close) => {
        close();
        remove();
      }}
    />
  );
}
