"use client";
import { type RefObject, useEffect, useMemo, useState } from "react";
import type { SheetStop } from "@/components/ui/sheet";
import type { Covered } from "./engine";

/** From this width of the map on, the sheet is a panel beside it (map.css). */
const PANEL_FROM_PX = 832;
const PANEL_PX = 444;
const HALF = 0.52;

/** How much of the map lies under the top card and the sheet, or beside the panel. */
export function useCovered(box: RefObject<HTMLElement | null>, stop: SheetStop, peekPx: number): Covered {
  const [size, setSize] = useState({ width: 0, height: 0, rtl: false });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      setSize({
        width: element.clientWidth,
        height: element.clientHeight,
        rtl: getComputedStyle(element).direction === "rtl",
      });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return useMemo(() => {
    const { width, height, rtl } = size;
    if (width >= PANEL_FROM_PX) return { top: 16, bottom: 16, left: rtl ? 0 : PANEL_PX, right: rtl ? PANEL_PX : 0 };
    // A sheet drawn up all the way covers the map; what is looked at then waits where the half-open sheet leaves room.
    return { top: 88, bottom: stop === "peek" ? peekPx : Math.round(height * HALF), left: 0, right: 0 };
  }, [size, stop, peekPx]);
}
