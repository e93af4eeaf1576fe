"use client";

import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { useLive, useLiveState } from "@/components/live/use-live";
import { BellFace } from "@/components/notices/bell-face";
import { readWaiting, type Waiting } from "./read-waiting";

const Panel = lazy(() => import("./waiting-panel").then((module) => ({ default: module.WaitingPanel })));

/** Trials end and parts fail without anybody's doing: the bell looks by itself, too. */
const EVERY_MS = 60_000;

/** What waits for whoever runs the platform, counted live: nothing is marked read here, it is done or it waits. */
export function PlatformBell({ look }: { look: "side" | "icon" }) {
  const [waiting, setWaiting] = useState<readonly Waiting[] | null>(null);
  const [open, setOpen] = useState<boolean | null>(null);
  const [told, setTold] = useState(0);
  const connected = useLiveState() === "open";
  const lookNow = () => readWaiting().then(setWaiting, () => undefined);
  const again = useEffectEvent((_connected: boolean) => void lookNow());
  useEffect(() => {
    again(connected);
    const timer = setInterval(() => document.visibilityState === "visible" && again(connected), EVERY_MS);
    return () => clearInterval(timer);
  }, [connected]);
  useLive("notification:new", () => {
    setTold((times) => times + 1);
    void lookNow();
  });
  const count = (waiting ?? []).reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      <BellFace {...{ look, count, told }} onOpen={() => setOpen(true)} />
      {open === null ? null : (
        <Suspense>
          <Panel {...{ waiting, open }} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  );
}
