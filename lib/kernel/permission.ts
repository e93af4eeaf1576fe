import { type Actor, isPerson, type Person, type Role } from "./actor";
import { type Grant, type Resource, type Scope, TABLE } from "./permission-table";

export type Verb = "see" | "change" | "approve" | "export";

const VERB: Record<Verb, string> = { see: "S", change: "C", approve: "A", export: "X" };
const WIDTH: Record<Scope, number> = { own: 0, group: 1, branch: 2, agency: 3 };

export type Subject = { groupId?: string; branchId?: string | null; userId?: string; runs?: boolean };

/** Who was given `export_data` takes out what their roles let them see (PRODUCT 3, permission requests). */
const gives = (actor: Person, { verbs }: Grant, verb: Verb): boolean =>
  verbs.includes(VERB[verb]) || (verb === "export" && verbs.includes(VERB.see) && actor.grants.includes("export_data"));

/** What somebody is here: whoever helps to lead may do what a leader may, whoever of the agency travels what a pilgrim may;
 * `leads` and `groups` bound it. */
export function rolesOf({ roles, leads, groups }: Person): readonly Role[] {
  const helps = leads.length > 0 && !roles.includes("leader");
  const travels = roles.length > 0 && !roles.includes("pilgrim") && groups.some((id) => !leads.includes(id));
  return helps || travels ? [...roles, ...(helps ? LEADER : []), ...(travels ? PILGRIM : [])] : roles;
}
const LEADER = ["leader"] as const;
const PILGRIM = ["pilgrim"] as const;

function grantOf(actor: Person, role: Role, resource: Resource, verb: Verb): Grant | null {
  const found = (TABLE[resource] as Partial<Record<Role, Grant>>)[role];
  return found && gives(actor, found, verb) ? found : null;
}

function within(actor: Person, role: Role, { scope, duringTrip }: Grant, subject: Subject): boolean {
  if (duringTrip && !subject.runs) return false;
  if (scope === "agency") return true;
  if (scope === "branch") return actor.branchId === null || subject.branchId === actor.branchId;
  if (scope === "group") {
    const groups = role === "leader" ? actor.leads : actor.groups;
    return subject.groupId !== undefined && groups.includes(subject.groupId);
  }
  return subject.userId === actor.userId;
}

/** May this actor do this to this subject? The system may do what its task was written for. */
export function may(actor: Actor, verb: Verb, resource: Resource, subject: Subject = {}): boolean {
  if (!isPerson(actor)) return actor.kind === "system";
  return rolesOf(actor).some((role) => {
    const grant = grantOf(actor, role, resource, verb);
    return grant !== null && within(actor, role, grant, subject);
  });
}

/** Whether whoever stands in these roles sees anything of a resource, and be it their own. */
export const sees = (roles: readonly Role[], resource: Resource): boolean =>
  roles.some((role) => (TABLE[resource] as Partial<Record<Role, Grant>>)[role]?.verbs.includes(VERB.see));

export type Reach =
  | { scope: "agency" }
  | { scope: "branch"; branchId: string; groups: readonly string[] }
  | { scope: "groups"; groups: readonly string[] }
  | { scope: "self"; userId: string }
  | { scope: "none" };

/** How far this actor sees: outside of it nothing exists. A branch leader who also travels reaches both. */
export function reach(actor: Actor, resource: Resource): Reach {
  if (actor.kind === "system") return { scope: "agency" };
  if (!isPerson(actor)) return { scope: "none" };
  const scopes = rolesOf(actor).flatMap((role) => grantOf(actor, role, resource, "see")?.scope ?? []);
  const widest = scopes.sort((a, b) => WIDTH[b] - WIDTH[a])[0];
  const groups = [...new Set([...actor.leads, ...actor.groups])];
  if (widest === "agency" || (widest === "branch" && !actor.branchId)) return { scope: "agency" };
  if (widest === "branch" && actor.branchId) return { scope: "branch", branchId: actor.branchId, groups };
  if (widest === "group") return { scope: "groups", groups };
  return widest === "own" ? { scope: "self", userId: actor.userId } : { scope: "none" };
}
