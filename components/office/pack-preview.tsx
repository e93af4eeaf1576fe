"use client";

import { useMemo, useState } from "react";
import { MapCanvas } from "@/components/map/map-canvas";
import type { Tiles } from "@/components/map/model";

const NOBODY = [] as const;
const NOTHING_OVER = { top: 0, right: 0, bottom: 0, left: 0 };
const NOTHING = { you: null, meeting: null, bus: null, trail: NOBODY, route: NOBODY, picked: null };
const KAABA = { lat: 21.4225205, lng: 39.8261801 };

type PackPreviewProps = {
  label: string;
  content: unknown;
  credit: string;
  tiles: Tiles | null;
  centre: { lat: number; lng: number } | null;
};

/** How maps will look with a pack. */
export function PackPreview({ label, content, credit, tiles, centre }: PackPreviewProps) {
  const pack = useMemo(
    () => (content && typeof content === "object" ? { ...content, attribution: credit } : null),
    [content, credit],
  );
  const [first] = useState(centre ?? KAABA);
  return (
    <div className="relative h-80 overflow-hidden rounded-lg border border-line">
      <MapCanvas
        label={label}
        centre={first}
        people={NOBODY}
        overlay={NOTHING}
        covered={NOTHING_OVER}
        tiles={tiles}
        pack={pack}
      />
    </div>
  );
}
