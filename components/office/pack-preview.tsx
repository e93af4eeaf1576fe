"use client";

import { useMemo } from "react";
import { MapCanvas } from "@/components/map/map-canvas";
import type { Tiles } from "@/components/map/model";

type Spot = { lat: number; lng: number };
const NOBODY = [] as const;
const NOTHING_OVER = { top: 0, right: 0, bottom: 0, left: 0 };
const NOTHING = { you: null, meeting: null, bus: null, trail: NOBODY, route: NOBODY, picked: null };
const KAABA = { lat: 21.4225205, lng: 39.8261801 };

type PackPreviewProps = {
  label: string;
  content: unknown;
  credit: string;
  tiles: Tiles | null;
  /** Corners of what should be in sight. */
  corners: readonly Spot[];
};

/** How maps will look with a pack. */
export function PackPreview({ label, content, credit, tiles, corners }: PackPreviewProps) {
  const pack = useMemo(
    () => (content && typeof content === "object" ? { ...content, attribution: credit } : null),
    [content, credit],
  );
  return (
    <div className="relative h-80 overflow-hidden rounded-lg border border-line [&_.qm-credit]:start-2!">
      <MapCanvas
        label={label}
        centre={corners[0] ?? KAABA}
        people={NOBODY}
        overlay={NOTHING}
        covered={NOTHING_OVER}
        tiles={tiles}
        pack={pack}
        onReady={(map) => map.fit(corners)}
      />
    </div>
  );
}
