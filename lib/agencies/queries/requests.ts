import { isPerson } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { nothing } from "@/lib/kernel/command";
import { reach } from "@/lib/kernel/permission";
import { query } from "@/lib/kernel/query";
import { ListRequests, type PermissionRequest } from "../contract/requests";
import { mayAsk, mayChangeStaff, mayDecideRequest } from "../policy";
import { listRequestRows, type RequestRow } from "../store/requests";

/** A request as this reader sees it. */
export function showRequest({ actor, readOnly }: Work, row: RequestRow): PermissionRequest {
  const { agencyId: _, branchId: __, decidedBy: ___, permission, ...shown } = row;
  const known = permission as PermissionRequest["permission"];
  return { ...shown, permission: known, mayDecide: !readOnly && row.status === "open" && mayDecideRequest(actor, row) };
}

/** What staff asked for: those who decide see everybody's within their reach, others their own. */
export const listPermissionRequests = query({
  name: "agencies.list_permission_requests",
  input: ListRequests,
  load: nothing,
  allow: mayAsk,
  run: async (work, input) => {
    const userId = isPerson(work.actor) ? work.actor.userId : "";
    const decides = mayChangeStaff(work.actor);
    const within = decides ? reach(work.actor, "staff") : ({ scope: "self", userId } as const);
    const page = await listRequestRows(work, input, within, userId);
    return { ...page, data: page.data.map((row) => showRequest(work, row)) };
  },
});
