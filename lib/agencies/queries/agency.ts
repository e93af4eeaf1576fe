import { z } from "zod";
import type { Role } from "@/lib/kernel/actor";
import { isPerson, isSystem } from "@/lib/kernel/actor";
import { anyone, nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { isSignedIn, maySeeAgency } from "../policy";
import { findAgency, listIds } from "../store/agencies";
import { listMembershipsOf } from "../store/members";

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

/** Every agency that has begun, for schedules that visit each. */
export const listAgencyIds = query({
  name: "agencies.list_ids",
  input: NoInput,
  fence: "platform",
  load: nothing,
  allow: isSystem,
  run: (work) => listIds(work),
});
