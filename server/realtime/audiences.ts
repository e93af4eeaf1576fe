import { audience } from "@/lib/kernel/audience";
import { may, reach } from "@/lib/kernel/permission";
import type { SocketIdentity } from "../doors/session";

/** What somebody hears without asking, from who they are. Positions are asked for with group:watch. */
export function audiencesOf({ actor, agencyId }: SocketIdentity): string[] {
  const own = [audience.session(actor.sessionId), ...(actor.superAdmin ? [audience.platform()] : [])];
  if (!agencyId) return own;
  const groups = [...new Set([...actor.leads, ...actor.groups])];
  return [
    ...own,
    audience.person(agencyId, actor.userId),
    ...groups.map((groupId) => audience.group(agencyId, groupId)),
    ...actor.leads.map((groupId) => audience.leaders(agencyId, groupId)),
    ...(may(actor, "see", "staff", { branchId: actor.branchId }) || reach(actor, "groups").scope === "agency"
      ? [audience.staff(agencyId)]
      : []),
  ];
}
