"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { LiveAgency, useLive } from "@/components/live/use-live";
import { houseAnswers } from "@/components/offline/house-answers";

type KeepFreshProps = {
  seconds: number;
  /** Slug of the surface's agency; none on the platform. */
  agency?: string;
};

const isSeen = () => document.visibilityState === "visible" && navigator.onLine;

/** Reads the page again while somebody looks at it, and at once when they or the network come back, or when their bell
 * rings. Only where the house answers: a page that cannot be read gives way to the kept one, and what was typed or opened
 * in it is gone. */
export function KeepFresh({ seconds, agency }: KeepFreshProps) {
  const router = useRouter();
  const [rung, setRung] = useState(0);
  const read = useEffectEvent(async () => {
    if (isSeen() && (await houseAnswers()) && isSeen()) router.refresh();
  });
  useEffect(() => {
    const look = () => void read();
    const timer = setInterval(look, seconds * 1_000);
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", look);
    };
  }, [seconds]);
  useEffect(() => {
    const soon = rung > 0 ? setTimeout(() => void read(), BREATH_MS) : undefined;
    return () => clearTimeout(soon);
  }, [rung]);
  return (
    <LiveAgency value={agency}>
      <Ear onRing={() => setRung((times) => times + 1)} />
    </LiveAgency>
  );
}

/** Many rings at once are read once. */
const BREATH_MS = 500;

function Ear({ onRing }: { onRing: () => void }) {
  useLive("notification:new", onRing);
  return null;
}
