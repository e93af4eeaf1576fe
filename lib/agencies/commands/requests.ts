import { isPerson } from "@/lib/kernel/actor";
import { agencyOf, type Work } from "@/lib/kernel/call";
import { command } from "@/lib/kernel/command";
import { conflict, forbidden, notFound } from "@/lib/kernel/fault";
import { newId } from "@/lib/kernel/ids";
import {
  AskPermission,
  DecideRequest,
  type HeldPermissions,
  type PermissionRequest,
  TakeBackPermission,
} from "../contract/requests";
import { membershipChanged, permissionAsked, permissionDecided, permissionTakenBack } from "../facts";
import { isStaff, mayAsk, mayDecideRequest, maySeeStaff } from "../policy";
import { showRequest } from "../queries/requests";
import { listMembers } from "../store/members";
import {
  addRequest,
  closeRequests,
  lockHolder,
  lockRequest,
  type RequestRow,
  setGrants,
  setRequest,
} from "../store/requests";

async function loadSelf(work: Work) {
  const [self] = isPerson(work.actor) ? await listMembers(work, [work.actor.userId]) : [];
  return self ?? null;
}

/** Staff ask for what their roles do not give. @throws Fault `permission_held`, `permission_asked` */
export const askPermission = command({
  name: "agencies.ask_permission",
  input: AskPermission,
  load: loadSelf,
  allow: mayAsk,
  run: async (work, { permission, reason }, self): Promise<PermissionRequest> => {
    if (!self) throw forbidden();
    const { userId, personName, branchId, grants } = self;
    if (grants.includes(permission)) throw conflict("permission_held");
    const row = {
      id: newId(),
      agencyId: agencyOf(work),
      userId,
      permission,
      reason,
      status: "open" as const,
      grantsBefore: grants,
      grantsAfter: [...grants, permission],
      createdAt: work.now,
    };
    if (!(await addRequest(work, row))) throw conflict("permission_asked");
    work.tell(permissionAsked, { agencyId: agencyOf(work), requestId: row.id, userId });
    const none = { note: null, decidedBy: null, decidedAt: null };
    return showRequest(work, { ...row, ...none, personName, branchId });
  },
});

/** Within reach of whoever decides, and of who asked. @throws Fault `permission_request_not_found` */
async function loadRequest(work: Work, { id }: { id: string }): Promise<RequestRow> {
  const request = await lockRequest(work, id);
  const isOwn = isPerson(work.actor) && work.actor.userId === request.userId;
  if (!isOwn && !mayDecideRequest(work.actor, request)) throw notFound("permission_request");
  return request;
}

async function decide(work: Work, request: RequestRow, status: "approved" | "denied", note: string | undefined) {
  if (request.status !== "open") throw conflict("permission_decided", { status: request.status });
  const decidedBy = isPerson(work.actor) ? work.actor.userId : null;
  const { id: requestId, userId } = request;
  work.tell(permissionDecided, { agencyId: agencyOf(work), requestId, userId, status });
  return setRequest(work, request, { status, note: note ?? null, decidedBy, decidedAt: work.now });
}

/** Gives what was asked for, beside what the person has at this moment.
 * @throws Fault `permission_decided`, `user_not_found` for whom the agency shut out meanwhile */
export const approvePermission = command({
  name: "agencies.approve_permission",
  input: DecideRequest,
  load: (work, input) => loadRequest(work, input),
  allow: mayDecideRequest,
  run: async (work, { note }, request): Promise<PermissionRequest> => {
    const { userId, permission } = request;
    const decided = await decide(work, request, "approved", note);
    const holder = await lockHolder(work, userId);
    if (!holder || !isStaff(holder.roles)) throw notFound("user");
    await setGrants(work, holder, [...new Set([...holder.grants, permission])]);
    work.tell(membershipChanged, { agencyId: agencyOf(work), userId });
    return showRequest(work, decided);
  },
});

/** @throws Fault `permission_decided` */
export const denyPermission = command({
  name: "agencies.deny_permission",
  input: DecideRequest,
  load: (work, input) => loadRequest(work, input),
  allow: mayDecideRequest,
  run: async (work, { note }, request): Promise<PermissionRequest> =>
    showRequest(work, await decide(work, request, "denied", note)),
});

/** Whoever may give a permission may take it back, at once and whoever gave it. What somebody may by their roles stays.
 * @throws Fault `user_not_found`, `permission_not_held` */
export const takeBackPermission = command({
  name: "agencies.take_back_permission",
  input: TakeBackPermission,
  load: async (work, { id }) => {
    const holder = await lockHolder(work, id);
    const isOwn = isPerson(work.actor) && work.actor.userId === id;
    if (!holder || !(isOwn || maySeeStaff(work.actor, holder))) throw notFound("user");
    return holder;
  },
  allow: mayDecideRequest,
  run: async (work, { id, permission, note }, holder): Promise<HeldPermissions> => {
    if (!holder.grants.includes(permission)) throw conflict("permission_not_held");
    const grants = holder.grants.filter((one) => one !== permission);
    await setGrants(work, holder, grants);
    await closeRequests(work, id, permission, note ?? null);
    work.tell(membershipChanged, { agencyId: agencyOf(work), userId: id });
    work.tell(permissionTakenBack, { agencyId: agencyOf(work), userId: id, permission });
    return { id, grants };
  },
});
