"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page again while somebody looks at it, and at once when they come back. */
export function KeepFresh({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const read = () => document.visibilityState === "visible" && navigator.onLine && router.refresh();
    const timer = setInterval(read, seconds * 1_000);
    document.addEventListener("visibilitychange", read);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", read);
    };
  }, [router, seconds]);
  return null;
}
