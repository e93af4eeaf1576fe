import type { AuditChange, AuditEntry } from "@/lib/audit/contract";

/** Things the log has a word for; anything else goes by its table's name. */
export const THINGS = [
  "agencies",
  "agency_access",
  "bank_accounts",
  "branches",
  "deliveries",
  "group_members",
  "groups",
  "invitations",
  "join_requests",
  "map_packs",
  "memberships",
  "messages",
  "permission_requests",
  "pools",
  "sessions",
  "trackers",
  "users",
] as const;
export type Thing = (typeof THINGS)[number];
export const thingOf = (table: string) => THINGS.find((one) => one === table) ?? null;

/** First words of commands by which the log can be narrowed. */
export const AREAS = ["agencies", "chat", "groups", "identity", "notices", "tracking", "users"] as const;

export const verbOf = ({ before, after }: AuditChange) =>
  before === null ? "added" : after === null ? "removed" : "changed";

const shown = (value: unknown): string =>
  value === null || value === undefined ? "–" : typeof value === "object" ? JSON.stringify(value) : String(value);

/** What is different in a row, as "name: before → after"; only the names where nothing may be shown. */
export function differences({ before, after }: AuditChange): { name: string; from: string; to: string }[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]) || before?.[name] === "•")
    .map((name) => ({ name, from: shown(before?.[name]), to: shown(after?.[name]) }));
}

export const kindOf = ({ actor }: AuditEntry) => {
  const [kind = "nobody"] = actor.split(":");
  return (["user", "guest", "key", "system", "nobody"] as const).find((one) => one === kind) ?? "nobody";
};
