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

/** The phone's compass. Some phones want to be asked by a press first: then `ask` is given. */
export function useCompass(): { heading: number | null; ask: (() => void) | null } {
  const [heading, setHeading] = useState<number | null>(null);
  const [mustAsk, setMustAsk] = useState(false);
  const [listening, setListening] = useState(false);

  useEffect(() => {
    const wanted = Boolean(asker()?.requestPermission);
    setMustAsk(wanted);
    setListening(!wanted);
  }, []);
  useEffect(() => {
    if (!listening) return;
    const turn = (event: Event) => {
      const next = headingOf(event as Turned, screen.orientation?.angle ?? 0);
      // Whole steps of 3 degrees: a trembling needle helps nobody.
      if (next !== null) setHeading(Math.round(next / 3) * 3);
    };
    const kind = "ondeviceorientationabsolute" in window ? "deviceorientationabsolute" : "deviceorientation";
    window.addEventListener(kind, turn);
    return () => window.removeEventListener(kind, turn);
  }, [listening]);
  const ask = useCallback(() => {
    asker()
      ?.requestPermission?.()
      .then(
        (answer) => {
          setListening(answer === "granted");
          setMustAsk(false);
        },
        () => setMustAsk(false),
      );
  }, []);
  return { heading, ask: mustAsk ? ask : null };
}
