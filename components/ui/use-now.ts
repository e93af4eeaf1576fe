"use client";

import { useEffect, useState } from "react";

/** A clock for ages and countdowns. @param start what the server showed, so that the first paint agrees  @param every ms */
export function useNow(start: number, every = 15_000): Date {
  const [now, setNow] = useState(start);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, every);
    return () => clearInterval(timer);
  }, [every]);
  return new Date(now);
}
