"use client";

import { useEffect, useState } from "react";
import { serverNow, subscribeClock } from "./server-clock";

/** The server's clock, for ages and countdowns. @param start what the server showed, so that the first paint agrees  @param every ms */
export function useNow(start: number, every = 15_000): Date {
  const [now, setNow] = useState(start);
  useEffect(() => {
    const tick = () => setNow(serverNow());
    tick();
    const timer = setInterval(tick, every);
    const off = subscribeClock(tick);
    return () => {
      clearInterval(timer);
      off();
    };
  }, [every]);
  return new Date(now);
}
