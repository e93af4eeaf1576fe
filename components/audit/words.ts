import type { useTranslations } from "next-intl";
import type { AuditChange, AuditEntry } from "@/lib/audit/contract";

/** Things the log has a word for; anything else goes by its table's name. */
const THINGS = [
  "agencies",
  "agency_access",
  "bank_accounts",
  "booking_pilgrims",
  "bookings",
  "branches",
  "chat_looks",
  "chats",
  "claims",
  "deliveries",
  "departures",
  "group_members",
  "groups",
  "guest_sessions",
  "invitations",
  "invoices",
  "join_requests",
  "manifests",
  "map_packs",
  "memberships",
  "messages",
  "one_time_codes",
  "orders",
  "packages",
  "payment_methods",
  "payments",
  "permission_requests",
  "pilgrim_documents",
  "pools",
  "product_variants",
  "products",
  "proofs",
  "refunds",
  "saved_views",
  "savings_bank_balances",
  "savings_collections",
  "savings_deposits",
  "savings_periods",
  "savings_plans",
  "savings_withdrawals",
  "sessions",
  "trackers",
  "travel_marks",
  "travel_places",
  "travel_units",
  "users",
  "waitlist_entries",
] as const;
export type Thing = (typeof THINGS)[number];
const thingOf = (table: string) => THINGS.find((one) => one === table) ?? null;

/** First words of commands by which the log can be narrowed. */
export const AREAS = [
  ...(["agencies", "bookings", "chat", "groups", "identity", "invoices", "notices", "packages"] as const),
  ...(["payments", "savings", "shop", "tracking", "travel", "users"] as const),
] as const;

function verbOf({ before, after }: AuditChange) {
  // Whoever took a list out of the house left no other trace than that they looked.
  if (after && "looked" in after) return "read";
  if (before === null) return "added";
  return after === null ? "removed" : "changed";
}

type Words = ReturnType<typeof useTranslations<"agency.audit">>;
/** "Booking: changed", by the words of whoever reads. */
export function sentenceOf(t: Words, change: AuditChange): string {
  const thing = thingOf(change.table);
  return t(`verb.${verbOf(change)}`, { thing: thing ? t(`thing.${thing}`) : change.table });
}

/** "Sign-in: done", of what left no row behind that the log tells of. */
export function deedOf(t: Words, command: string): string {
  const [first = command] = command.split(".");
  const area = AREAS.find((one) => one === first);
  return t("done", { thing: area ? t(`area.${area}`) : first });
}

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
