import type { Row } from "./board";

export type MarkKind = "near" | "away" | "silent" | "sos";

export const markOf = ({ member, nearness }: Row): MarkKind =>
  member.sos ? "sos" : nearness.state === "near" ? "near" : nearness.state === "away" ? "away" : "silent";

/** The same shapes as on the map, so that a row and its marker are recognised as one: ring, diamond, broken ring, octagon. */
export function StateMark({ kind, size = 20 }: { kind: MarkKind; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="-10 -10 20 20" aria-hidden="true" className="flex-none">
      {kind === "near" && <circle r="6.5" fill="none" stroke="var(--fresh)" strokeWidth="4" />}
      {kind === "away" && (
        <rect x="-6.2" y="-6.2" width="12.4" height="12.4" rx="1.5" transform="rotate(45)" fill="var(--stray)" />
      )}
      {kind === "silent" && (
        <circle r="7" fill="none" stroke="var(--stale)" strokeWidth="3.2" strokeDasharray="3.1 2.4" />
      )}
      {kind === "sos" && <path d="M-3.7 -9h7.400L9 -3.700v7.400L3.700 9h-7.400L-9 3.700v-7.400Z" fill="var(--sos)" />}
    </svg>
  );
}
