import type { ReactNode } from "react";
import "./map.css";

/** Where a map will be: its ground, the cards over it and the sheet at half, as they will stand. */
export function MapMeanwhile({ over, children }: { over: ReactNode; children: ReactNode }) {
  return (
    <div className="relative h-full min-h-96 overflow-hidden bg-(--map-land)" data-density="large">
      <div className="qm-over">
        <div className="qm-cards">{over}</div>
      </div>
      <div className="sheet qm-panel h-[52%]">
        <div className="sheet-grip" />
        <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-6">{children}</div>
      </div>
    </div>
  );
}
