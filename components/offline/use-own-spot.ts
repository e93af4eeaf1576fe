"use client";
import { useEffect, useState } from "react";
import type { Reading } from "./sampler";

/** Where this device is, for its own screen alone: nothing is kept or sent. Only where its owner let us read it before: who
 * shares nothing is not asked. Null while not `wanted`. */
export function useOwnSpot(wanted: boolean): Reading | null {
  const [reading, setReading] = useState<Reading | null>(null);
  useEffect(() => {
    if (!wanted) return setReading(null);
    let mounted = true;
    let stop: (() => void) | null = null;
    const begin = async () => {
      const { state } = await navigator.permissions.query({ name: "geolocation" });
      const { watchDevice } = await import("./position-watch");
      if (mounted && state === "granted") stop = watchDevice({ seen: setReading, trouble: () => undefined });
    };
    // A browser that does not say whether it may is not asked either.
    begin().catch(() => undefined);
    return () => {
      mounted = false;
      stop?.();
    };
  }, [wanted]);
  return reading;
}
