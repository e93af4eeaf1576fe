"use client";

import { useEffect, useState } from "react";
import { fromPage } from "@/components/offline/who";
import type { Role } from "@/lib/kernel/actor";

export type FoundGroup = { id: string; number: number; name: string };
export type FoundPerson = { id: string; name: string; roles: readonly Role[] };
export type FoundBooking = { id: string; code: string; payerName: string; packageName: string };
type Found = {
  groups: readonly FoundGroup[];
  people: readonly FoundPerson[];
  bookings: readonly FoundBooking[];
  state: "still" | "busy" | "failed";
};

const TYPING_MS = 200;
const NOTHING: Found = { groups: [], people: [], bookings: [], state: "still" };
const SHOWN = "5";

/** Groups, people and bookings in the reader's reach that fit, asked of the server while one types. */
export function useFound(agency: string, typed: string): Found {
  const q = typed.trim();
  const [found, setFound] = useState<Found>(NOTHING);
  useEffect(() => {
    if (!q) return setFound(NOTHING);
    const over = new AbortController();
    setFound((before) => ({ ...before, state: "busy" }));
    const ask = async <T>(path: string): Promise<readonly T[]> => {
      const query = new URLSearchParams({ q, limit: SHOWN });
      const response = await fetch(`/api/v1/${path}?${query}`, { headers: fromPage(agency), signal: over.signal });
      // Somebody who may not see these finds none.
      if (response.status === 403) return [];
      if (!response.ok) throw new Error(`search answered ${response.status}`);
      return ((await response.json()) as { data: T[] }).data;
    };
    const askAll = async () => {
      const [groups, people, bookings] = await Promise.all([
        ask<FoundGroup>("groups"),
        ask<FoundPerson>("users"),
        ask<FoundBooking>("bookings"),
      ]);
      setFound({ groups, people, bookings, state: "still" });
    };
    const timer = setTimeout(
      () => void askAll().catch(() => over.signal.aborted || setFound({ ...NOTHING, state: "failed" })),
      TYPING_MS,
    );
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [agency, q]);
  return found;
}
