"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { SharingSession } from "./sharing";
import { AT_REST, type SharingView } from "./sharing-view";

export type SharingOptions = {
  /** Whose queue: the user's id. */
  userKey: string;
  /** The agency's slug. */
  agency: string;
  /** False while sharing is paused, off, or outside the trip: nothing is recorded then. */
  enabled: boolean;
};

const resting = () => AT_REST;
const nothing = () => () => undefined;

/** Records and sends this device's position while mounted, and says how that goes. Mount it once per page. */
export function useSharing({ userKey, agency, enabled }: SharingOptions): SharingView {
  const [session, setSession] = useState<SharingSession | null>(null);
  useEffect(() => {
    let mounted = true;
    let opened: SharingSession | null = null;
    // After the first paint: the queue, the socket and the device's position are not needed to show the page.
    void import("./sharing").then(({ SharingSession }) => {
      if (!mounted) return;
      opened = new SharingSession(userKey, agency);
      opened.open();
      setSession(opened);
    });
    return () => {
      mounted = false;
      opened?.close();
    };
  }, [userKey, agency]);
  useEffect(() => session?.enable(enabled), [session, enabled]);
  return useSyncExternalStore(session?.subscribe ?? nothing, session?.read ?? resting, resting);
}

/** Keeps the screen on while the component is shown. */
export function useScreenOn(): void {
  useEffect(() => {
    let release: (() => void) | null = null;
    let mounted = true;
    void import("./wake-lock").then(({ keepScreenOn }) => {
      if (mounted) release = keepScreenOn();
    });
    return () => {
      mounted = false;
      release?.();
    };
  }, []);
}
