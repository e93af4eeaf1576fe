"use client";

import { useEffect, useState } from "react";
import { fromPage } from "@/components/offline/who";

/** The agency's own base map, fetched after the first paint; null while it is on its way and where there is none. */
export function useMapPack(agency: string, packId: string | null): unknown {
  const [pack, setPack] = useState<unknown>(null);
  useEffect(() => {
    if (!packId) return;
    const over = new AbortController();
    fetch("/api/v1/map-pack", { headers: fromPage(agency), signal: over.signal })
      .then((response) => (response.ok ? response.json() : null))
      .then(
        // The credit stands beside the content; the map reads it from the content.
        (body: { credit: string; content: object } | null) =>
          body && setPack({ ...body.content, attribution: body.credit }),
        () => undefined,
      );
    return () => over.abort();
  }, [agency, packId]);
  return pack;
}
