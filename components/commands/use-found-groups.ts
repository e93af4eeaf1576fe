"use client";

import { useEffect, useState } from "react";

export type FoundGroup = { id: string; number: number; name: string };
type Found = { data: FoundGroup[]; state: "still" | "busy" | "failed" };

const TYPING_MS = 200;
const NOTHING: Found = { data: [], state: "still" };

/** Groups in the reader's reach whose name or number fits, asked of the server while one types. */
export function useFoundGroups(agency: string, typed: string): Found {
  const q = typed.trim();
  const [found, setFound] = useState<Found>(NOTHING);
  useEffect(() => {
    if (!q) return setFound(NOTHING);
    const over = new AbortController();
    setFound(({ data }) => ({ data, state: "busy" }));
    const ask = async () => {
      const query = new URLSearchParams({ q, limit: "6" });
      const response = await fetch(`/api/v1/groups?${query}`, { headers: { "x-agency": agency }, signal: over.signal });
      // Somebody without groups of their own to see finds none.
      if (response.status === 403) return setFound(NOTHING);
      if (!response.ok) throw new Error(`search answered ${response.status}`);
      setFound({ data: ((await response.json()) as { data: FoundGroup[] }).data, state: "still" });
    };
    const timer = setTimeout(
      () => void ask().catch(() => over.signal.aborted || setFound({ data: [], state: "failed" })),
      TYPING_MS,
    );
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [agency, q]);
  return found;
}
