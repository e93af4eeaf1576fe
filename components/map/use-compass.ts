"use client";
import { useCallback, useEffect, useState } from "react";

type Turned = DeviceOrientationEvent & { webkitCompassHeading?: number };
type Asking = { requestPermission?: () => Promise<"granted" | "denied"> };

const asker = (): Asking | null =>
  typeof DeviceOrientationEvent === "undefined" ? null : (DeviceOrientationEvent as unknown as Asking);

/** Where the phone's top points, degrees from north; null when the event does not say. */
export function headingOf(
  { webkitCompassHeading, absolute, alpha }: Pick<Turned, "webkitCompassHeading" | "absolute" | "alpha">,
  screenAngle: number,
): number | null {
  if (typeof webkitCompassHeading === "number") return (webkitCompassHeading + screenAngle) % 360;
  return absolute && alpha !== null ? (360 - alpha + screenAngle + 360) % 360 : null;
}

function listen(heard: (heading: number) => void): () => void {
  const turn = (event: Event) => {
    const next = headingOf(event as Turned, screen.orientation?.angle ?? 0);
    // Whole steps of 3 degrees: a trembling needle helps nobody.
    if (next !== null) heard(Math.round(next / 3) * 3);
  };
  const kind = "ondeviceorientationabsolute" in window ? "deviceorientationabsolute" : "deviceorientation";
  window.addEventListener(kind, turn);
  return () => window.removeEventListener(kind, turn);
}

/** The phone's compass. Phones that say nothing until a press has allowed it come with `ask`. */
export function useCompass(): { heading: number | null; ask: (() => void) | null } {
  const [heading, setHeading] = useState<number | null>(null);
  const [permission, setPermission] = useState<"free" | "needed" | "granted" | "denied">("free");
  useEffect(() => {
    if (asker()?.requestPermission) setPermission("needed");
  }, []);
  // Listening begins again once allowed: what listened before stays deaf on some phones.
  useEffect(() => (permission === "denied" ? undefined : listen(setHeading)), [permission]);
  const ask = useCallback(() => {
    asker()
      ?.requestPermission?.()
      .then(setPermission, () => setPermission("denied"));
  }, []);
  return { heading, ask: permission === "needed" && heading === null ? ask : null };
}
