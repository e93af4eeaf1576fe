import { readGpx } from "../gpx";
import type { Member } from "./member";
import type { Account } from "./rest";

export type Verdict = {
  name: string;
  channel: string;
  route: string;
  sent: number;
  accepted: number;
  exported: number;
  /** Acknowledged but not given back. */
  lost: string[];
  /** Given back but never acknowledged. */
  surplus: string[];
  rejected: Record<string, number>;
  unsent: number;
};

type Point = { at: string | Date | null; lat: number; lng: number };
const spell = ({ at, lat, lng }: Point) => `${at instanceof Date ? at.toISOString() : at} ${lat} ${lng}`;

/** Exports one member's history as a leader would, and holds it against what was acknowledged to the device. */
export async function verify(reader: Account, groupId: string, member: Member): Promise<Verdict> {
  const path = `/groups/${groupId}/members/${member.account.userId}/positions?format=gpx`;
  const exported = readGpx(await reader.text(path)).map(spell);
  const accepted = [...member.accepted.values()].map(spell);
  const [given, owed] = [new Set(exported), new Set(accepted)];
  const rejected: Record<string, number> = {};
  for (const reason of member.rejected.values()) rejected[reason] = (rejected[reason] ?? 0) + 1;
  return {
    name: member.account.name,
    channel: member.channel,
    route: member.route,
    sent: member.steps.length,
    accepted: accepted.length,
    exported: exported.length,
    lost: accepted.filter((point) => !given.has(point)),
    surplus: exported.filter((point, i) => !owed.has(point) || exported.indexOf(point) !== i),
    rejected,
    unsent: member.sender.read().unsent + member.sender.read().dropped,
  };
}

export const isFaithful = (verdict: Verdict) =>
  verdict.lost.length === 0 &&
  verdict.surplus.length === 0 &&
  verdict.unsent === 0 &&
  verdict.accepted + Object.values(verdict.rejected).reduce((sum, count) => sum + count, 0) === verdict.sent;
