import { readBatch } from "@/components/map/tracks";
import { fromPage } from "@/components/offline/who";
import { noteServerTime, serverNow } from "@/components/ui/server-clock";
import type { LatestPosition } from "@/lib/tracking/contract";
import type { Trace } from "@/lib/tracking/rules/near";

const TRAIL_MS = 60 * 60_000;

async function get(agency: string, path: string): Promise<{ data: unknown } | null> {
  const askedAt = Date.now();
  const response = await fetch(`/api/v1${path}`, { headers: fromPage(agency) });
  noteServerTime(response, askedAt);
  return response.ok ? ((await response.json()) as { data: unknown }) : null;
}

/** Everybody's newest position, asked past Next: this is read again after every gap. Null when it could not be read. */
export async function rereadPositions(agency: string, groupId: string): Promise<LatestPosition[] | null> {
  const body = await get(agency, `/groups/${groupId}/positions`);
  return body && readBatch({ groupId, positions: body.data }, groupId);
}

/** Where one member has been in the last hour, oldest first. */
export async function readTrail(agency: string, groupId: string, userId: string): Promise<Trace[]> {
  const from = new Date(serverNow() - TRAIL_MS).toISOString();
  const body = await get(agency, `/groups/${groupId}/members/${userId}/positions?from=${from}`);
  const rows = body ? (body.data as { at: string; lat: number; lng: number; accuracy: number | null }[]) : [];
  return rows.map(({ at, lat, lng, accuracy }) => ({ at: new Date(at), lat, lng, accuracy }));
}
