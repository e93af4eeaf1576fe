"use client";
import { type RefObject, useEffect, useMemo, useState } from "react";
import type { SheetStop } from "@/components/ui/sheet";
import type { Covered } from "./engine";

/** From this width of the map on, the sheet is a panel beside it (map.css). */
const PANEL_FROM_PX = 832;
const PANEL_PX = 444;
const HALF = 0.52;
const MARGIN_PX = 16;
/** The buttons at the inline end. */
const BUTTONS_PX = 64;

/** How much of the map lies under the cards and the sheet, or beside the panel. */
export function useCovered(
  box: RefObject<HTMLElement | null>,
  cards: RefObject<HTMLElement | null>,
  stop: SheetStop,
  peekPx: number,
): Covered {
  const [size, setSize] = useState({ width: 0, height: 0, cards: 0, rtl: false });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize({
        width,
        height,
        cards: cards.current?.offsetHeight ?? 0,
        rtl: getComputedStyle(element).direction === "rtl",
      });
    });
    watch.observe(element);
    if (cards.current) watch.observe(cards.current);
    return () => watch.disconnect();
  }, [box, cards]);
  return useMemo(() => {
    const { width, height, rtl } = size;
    const top = size.cards + MARGIN_PX;
    if (width >= PANEL_FROM_PX)
      return { top, bottom: MARGIN_PX, left: rtl ? BUTTONS_PX : PANEL_PX, right: rtl ? PANEL_PX : BUTTONS_PX };
    // A sheet drawn up all the way covers the map; what is looked at then waits where the half-open sheet leaves room.
    const bottom = stop === "peek" ? peekPx : Math.round(height * HALF);
    return { top, bottom, left: rtl ? BUTTONS_PX : 0, right: rtl ? 0 : BUTTONS_PX };
  }, [size, stop, peekPx]);
}
