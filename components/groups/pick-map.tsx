"use client";

import { Crosshair, Minus, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { MapCanvas, type MapHandle } from "@/components/map/map-canvas";
import type { Tiles } from "@/components/map/model";
import { Button } from "@/components/ui/button";

type Spot = { lat: number; lng: number };
const KAABA: Spot = { lat: 21.4225205, lng: 39.8261801 };
const NOTHING_OVER = { top: 0, right: 0, bottom: 0, left: 0 };
const NOBODY = [] as const;

type PickMapProps = {
  spot: Spot | null;
  tiles: Tiles | null;
  /** Left out: the map only shows. */
  onPick?: (spot: Spot) => void;
  onMap?: (map: MapHandle) => void;
  className?: string;
};

/** One place on the map. Press where it is; with the keyboard, move the map with the arrows and put the pin in its middle. */
export function PickMap({ spot, tiles, onPick, onMap, className }: PickMapProps) {
  const t = useTranslations("office.form");
  const [map, setMap] = useState<MapHandle | null>(null);
  const overlay = useMemo(
    () => ({ you: null, meeting: spot, bus: null, trail: NOBODY, route: NOBODY, picked: null }),
    [spot],
  );
  const ready = (handle: MapHandle) => {
    setMap(handle);
    onMap?.(handle);
  };
  return (
    <div
      className={`relative overflow-hidden rounded-lg border border-line [&_.qm-credit]:start-2! ${className ?? "h-64"}`}
    >
      <MapCanvas
        label={t("meetingMap")}
        centre={spot ?? KAABA}
        people={NOBODY}
        overlay={overlay}
        covered={NOTHING_OVER}
        tiles={tiles}
        onPick={onPick}
        onReady={ready}
      />
      {onPick ? (
        <div className="absolute end-2 top-2 z-10 flex flex-col gap-1.5" data-density="compact">
          <Button aria-label={t("closer")} icon={<Plus aria-hidden size={16} />} onClick={() => map?.zoom(1)} />
          <Button aria-label={t("farther")} icon={<Minus aria-hidden size={16} />} onClick={() => map?.zoom(-1)} />
          <Button
            aria-label={t("pinHere")}
            icon={<Crosshair aria-hidden size={16} />}
            onClick={() => map && onPick(map.centre())}
          />
        </div>
      ) : null}
    </div>
  );
}
