"use client";
import { createContext, useContext, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { connectLive } from "./connect";
import type { LiveHub } from "./hub";
import type { LiveState, ServerEvent } from "./wire";

const AgencyContext = createContext<string | undefined>(undefined);
/** Names the agency (slug) whose connection everything below uses. */
export const LiveAgency = AgencyContext.Provider;

/** The connection, after the first paint: null while rendering on the server and on the first client render. */
function useHub(): LiveHub | null {
  const agency = useContext(AgencyContext);
  const [hub, setHub] = useState<LiveHub | null>(null);
  useEffect(() => setHub(connectLive(agency)), [agency]);
  return hub;
}

/** Hears one event for as long as the component lives. Payloads are hints: check their shape, then re-read where order matters. */
export function useLive(event: ServerEvent, handler: (payload: unknown) => void): void {
  const hub = useHub();
  const latest = useEffectEvent(handler);
  useEffect(() => hub?.on(event, (payload) => latest(payload)), [hub, event]);
}

/** Watches a group; `onCatchUp` runs after every (re)connect to re-read what was missed. */
export function useWatchGroup(groupId: string, onCatchUp: () => void): void {
  const hub = useHub();
  const latest = useEffectEvent(onCatchUp);
  useEffect(() => hub?.watch("group:watch", { groupId }, () => latest()), [hub, groupId]);
}

const nothing = () => () => undefined;

/** "idle" until the connection is tried; "retrying" is what people know as offline. */
export function useLiveState(): LiveState {
  const hub = useHub();
  return useSyncExternalStore(hub?.subscribeState ?? nothing, hub?.readState ?? (() => "idle"), () => "idle");
}
