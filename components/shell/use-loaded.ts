"use client";

import { useEffect, useState } from "react";

/** What a script brings after the first paint, null until it is there: what is drawn meanwhile stays as it is till then.
 * A script that can't be had is the error boundary's matter. @param load the same function each time */
export function useLoaded<T>(load: () => Promise<T>): T | null {
  const [found, setFound] = useState<{ value: T } | { error: unknown } | null>(null);
  useEffect(() => {
    load().then(
      (value) => setFound({ value }),
      (error: unknown) => setFound({ error }),
    );
  }, [load]);
  if (found && "error" in found) throw found.error;
  return found?.value ?? null;
}
