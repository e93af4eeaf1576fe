"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ReplacedNotice } from "@/components/live/replaced-notice";
import { Sheet, type SheetStop } from "@/components/ui/sheet";
import type { Spot } from "@/lib/tracking/rules/geo";
import { MapCanvas, type MapCanvasProps, type MapHandle, type MapShow } from "./map-canvas";
import { MapControls } from "./map-controls";
import { useCovered } from "./use-covered";

/** Where a map without anybody on it looks. */
const KAABA: Spot = { lat: 21.4225205, lng: 39.8261801 };
const EVERYTHING: MapShow = { names: true, pack: true, tiles: true };

type MapStageProps = Pick<
  MapCanvasProps,
  "label" | "people" | "overlay" | "tiles" | "pack" | "bothScripts" | "onSelect" | "onDragged"
> & {
  /** Cards over the top of the map. */
  over: ReactNode;
  panelLabel: string;
  stop: SheetStop;
  onStop: (stop: SheetStop) => void;
  /** Height of the sheet at its lowest, px. */
  peek: number;
  /** What stands in the sheet, or in the panel on wide screens. */
  children: ReactNode;
  /** What should be in sight when the map opens. */
  spots: readonly Spot[];
  /** Where "show where I am" goes. */
  home: Spot | null;
  /** Keeps the reader in sight while walking, until the map is dragged. */
  keepHome?: boolean;
  onMap?: (map: MapHandle) => void;
};

/** Map, cards and sheet put together; the list comes before the map for those who hear the page. */
export function MapStage({
  over,
  panelLabel,
  stop,
  onStop,
  peek,
  children,
  spots,
  home,
  keepHome = false,
  onMap,
  ...canvas
}: MapStageProps) {
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapHandle | null>(null);
  const [show, setShow] = useState(EVERYTHING);
  const cards = useRef<HTMLDivElement>(null);
  const covered = useCovered(box, cards, stop, peek);
  const looked = useRef(false);
  useEffect(() => {
    if (!map || covered.bottom === 0 || looked.current || spots.length === 0) return;
    looked.current = true;
    map.fit(spots);
  }, [map, covered, spots]);
  const dragged = useRef(false);
  useEffect(() => {
    if (!keepHome || !home || !map || !looked.current || dragged.current || map.sees(home)) return;
    map.fit(spots);
  }, [keepHome, home, map, spots]);
  const onDragged = () => {
    dragged.current = true;
    canvas.onDragged?.();
  };
  const locate = () => {
    dragged.current = false;
    map?.lookAt(home ?? spots[0] ?? KAABA);
  };
  const ready = (handle: MapHandle) => {
    setMap(handle);
    onMap?.(handle);
  };
  return (
    <div ref={box} className="relative h-full min-h-96 overflow-hidden" data-density="large">
      <div className="qm-over">
        <div ref={cards} className="qm-cards">
          {over}
        </div>
        <div className="qm-side">
          <MapControls
            map={map}
            show={show}
            onShow={setShow}
            has={{ pack: Boolean(canvas.pack), tiles: Boolean(canvas.tiles) }}
            onLocate={locate}
          />
        </div>
      </div>
      <Sheet label={panelLabel} stop={stop} onStop={onStop} peek={peek} className="qm-panel">
        <div className="px-4 pb-6">{children}</div>
      </Sheet>
      <MapCanvas
        {...canvas}
        centre={home ?? spots[0] ?? KAABA}
        covered={covered}
        show={show}
        onDragged={onDragged}
        onReady={ready}
      />
      <ReplacedNotice />
    </div>
  );
}
