import { z } from "zod";
import type { Role } from "@/lib/kernel/actor";
import { isPerson, isSystem } from "@/lib/kernel/actor";
import type { Call, Work } from "@/lib/kernel/call";
import { anyone, nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { LookUp } from "./contract";
import { isSignedIn, maySeeAgency, maySeeBranches } from "./policy";
import { findAgency, findEntry, listBranchRows, listIds, listMembers, listMembershipsOf, lookUpCard } from "./store";

const NoInput = z.strictObject({});

export const readAgency = query({
  name: "agencies.read",
  input: NoInput,
  load: nothing,
  allow: maySeeAgency,
  run: async (work) => {
    const row = await findAgency(work);
    if (!row) throw notFound("agency");
    const { settings: _, ...agency } = row;
    return agency;
  },
});

/** What an agency shows to everybody at its public door. */
export const readAgencyCard = query({
  name: "agencies.read_card",
  input: NoInput,
  load: nothing,
  allow: anyone,
  run: async (work) => {
    const row = await findAgency(work);
    if (!row) throw notFound("agency");
    const { slug, name, hotline, country, timeZone } = row;
    return { slug, name, hotline, country, timeZone };
  },
});

/** The agencies the caller belongs to. */
export const listMyAgencies = query({
  name: "agencies.list_mine",
  input: NoInput,
  fence: "platform",
  load: nothing,
  allow: isSignedIn,
  run: async (work) => {
    const rows = isPerson(work.actor) ? await listMembershipsOf(work, work.actor.userId) : [];
    return { data: rows.map((row) => ({ ...row, roles: row.roles as Role[] })) };
  },
});

export const listBranches = query({
  name: "agencies.list_branches",
  input: NoInput,
  load: nothing,
  allow: maySeeBranches,
  run: async (work) => ({ data: await listBranchRows(work) }),
});

/** Every agency that has begun, for schedules that visit each. */
export const listAgencyIds = query({
  name: "agencies.list_ids",
  input: NoInput,
  fence: "platform",
  load: nothing,
  allow: isSystem,
  run: (work) => listIds(work),
});

/** Whose join code or tracker token this is, before anybody is inside an agency. Null for unknown and expired alike. */
export const lookUp = query({
  name: "agencies.look_up",
  input: LookUp,
  fence: "platform",
  load: nothing,
  allow: anyone,
  run: (work, { kind, key }) => findEntry(work, kind, key),
});

/** Plain verb: what this code opens in the agency of the work. */
export const findByCode = (work: Work, code: string) => findEntry(work, "join_code", code);

/** Plain verb: the memberships of these users in this agency. */
export const findMemberships = (work: Work, userIds: readonly string[]) => listMembers(work, userIds);

/** Plain verb: name and phone of a login, read outside of any agency before a command begins. */
export const readCard = (call: Call, userId: string) => lookUpCard(call, userId);

/** Plain verb: a branch of this agency. @throws Fault `branch_not_found` */
export async function findBranch(work: Work, branchId: string) {
  const branch = (await listBranchRows(work)).find(({ id }) => id === branchId);
  if (!branch) throw notFound("branch");
  return branch;
}
