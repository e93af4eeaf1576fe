"use client";

import { type RefObject, useEffect } from "react";

/** What is said in passing stands above the place where one writes, however high that grows. */
export function useSayAbove(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const at = place.current;
    if (!at) return;
    const { style } = document.documentElement;
    const tell = () => style.setProperty("--above-nav", `${window.innerHeight - at.getBoundingClientRect().top}px`);
    const watch = new ResizeObserver(tell);
    watch.observe(at);
    return () => {
      watch.disconnect();
      style.removeProperty("--above-nav");
    };
  }, [place]);
}
