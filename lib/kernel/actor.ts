/** Minted only by server/doors/call.ts, so a string from a request can never become one. */
export type AgencyId = string & { readonly __agency: true };

export const ROLES = ["owner", "admin", "manager", "operator", "leader", "provider", "viewer", "pilgrim"] as const;
export type Role = (typeof ROLES)[number];

export type Person = {
  kind: "person";
  userId: string;
  sessionId: string;
  roles: readonly Role[];
  branchId: string | null;
  grants: readonly string[];
  /** Groups this person leads or helps to lead. */
  leads: readonly string[];
  /** Groups this person travels with. */
  groups: readonly string[];
  superAdmin: boolean;
};

/** Who is calling. A person acts for one agency per call; the system acts for one agency or for the platform. */
export type Actor =
  | Person
  | { kind: "guest"; phone: string }
  | { kind: "key"; keyId: string; scopes: readonly string[] }
  | { kind: "system"; task: string }
  | { kind: "nobody" };

/** Somebody who is signed in; only they have roles, groups and a session. */
export const isPerson = (actor: Actor): actor is Person => actor.kind === "person";
/** The house itself: a task, a door or the command line, never somebody. */
export const isSystem = (actor: Actor) => actor.kind === "system";

/** A stable name for audit rows and idempotency scopes. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "person":
      return `user:${actor.userId}`;
    case "guest":
      return `guest:${actor.phone}`;
    case "key":
      return `key:${actor.keyId}`;
    case "system":
      return `system:${actor.task}`;
    case "nobody":
      return "nobody";
  }
}
