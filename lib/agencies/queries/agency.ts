import { z } from "zod";
import { isReadOnly } from "@/lib/identity/policy";
import type { Role } from "@/lib/kernel/actor";
import { isPerson, isSystem } from "@/lib/kernel/actor";
import type { Work } from "@/lib/kernel/call";
import { anyone, nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import type { Agency } from "../contract/agency";
import { ReadLogo } from "../contract/settings";
import { isSignedIn, maySeeAgency, maySeeOwn } from "../policy";
import { policiesOf } from "../rules/settings";
import { listAccessRows } from "../store/access";
import { type AgencyRow, findAgency, findLogo, listApplicationRows, listIds } from "../store/agencies";
import { listAccountRows } from "../store/bank-accounts";
import { listMembershipsOf } from "../store/members";

/** Where the file store keeps an agency's picture. */
export const logoKey = (agencyId: string, logo: string) => `agency/${agencyId}/logo/${logo}.webp`;
const logoPath = (slug: string, logo: string | null | undefined) =>
  logo ? `/api/v1/public/agencies/${slug}/logo?v=${logo}` : null;

/** What this caller may know of it. */
export function showAgency(work: Work, row: AgencyRow): Agency {
  const { id, slug, name, country, currency, timeZone, locale, hotline, status, createdAt, settings } = row;
  const { licenceNumber, trialEndsAt, decisionReason } = row;
  const own = { licenceNumber, trialEndsAt, decisionReason, policies: policiesOf(settings, locale, currency) };
  return {
    id,
    slug,
    name,
    country,
    currency,
    timeZone,
    locale,
    hotline,
    status,
    createdAt,
    logo: logoPath(slug, settings.logo),
    brandColour: settings.brandColour ?? null,
    own: maySeeOwn(work.actor) ? own : null,
  };
}

/** Plain verb: the agency of the work, its currency, what it decided for itself, and whether it may only look. @throws Fault `agency_not_found` */
export async function findSelf(work: Work) {
  const row = await findAgency(work);
  if (!row) throw notFound("agency");
  const { name, currency, timeZone, country, licenceNumber, settings, locale, status } = row;
  const policies = policiesOf(settings, locale, currency);
  return { name, currency, timeZone, country, licenceNumber, locale, policies, readOnly: isReadOnly(status) };
}

const NoInput = z.strictObject({});

/** The caller's own agency, as much of it as they may know. */
export const readAgency = query({
  name: "agencies.read",
  input: NoInput,
  load: nothing,
  allow: maySeeAgency,
  run: async (work) => {
    const row = await findAgency(work);
    if (!row) throw notFound("agency");
    return showAgency(work, row);
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
    const { slug, name, hotline, country, timeZone, settings } = row;
    return { slug, name, hotline, country, timeZone, brandColour: settings.brandColour ?? null };
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

/** What the caller asked for and was not let in with yet. */
export const listApplications = query({
  name: "agencies.list_applications",
  input: NoInput,
  fence: "platform",
  load: nothing,
  allow: isSignedIn,
  run: async (work) => {
    const rows = isPerson(work.actor) ? await listApplicationRows(work, work.actor.userId) : [];
    return rows.map(({ id, slug, name, country, status, licenceNumber, decisionReason, appliedAt }) => ({
      id,
      slug,
      name,
      country,
      status,
      licenceNumber,
      decisionReason,
      appliedAt,
    }));
  },
});

const LOOKS_SHOWN = 50;
/** Who of the platform looked into the agency, when and why. */
export const listAccesses = query({
  name: "agencies.list_accesses",
  input: NoInput,
  load: nothing,
  allow: maySeeOwn,
  run: async (work) => {
    const rows = await listAccessRows(work, LOOKS_SHOWN);
    return {
      data: rows.map(({ agencyId: _, userId: __, ...row }) => ({ ...row, personName: null })),
      nextCursor: null,
    };
  },
});

/** Where pilgrims' money may be sent, as owners and admins keep it. */
export const listBankAccounts = query({
  name: "agencies.list_bank_accounts",
  input: NoInput,
  load: nothing,
  allow: maySeeOwn,
  run: async (work) => ({ data: (await listAccountRows(work)).map(({ agencyId: _, ...account }) => account) }),
});

/** Plain verb: where money of this currency may be sent, for whoever owes it. */
export const findBankAccounts = async (work: Work, currency: string) =>
  (await listAccountRows(work))
    .filter((account) => account.currency === currency)
    .map(({ bankName, accountHolder, accountNumber }) => ({ bankName, accountHolder, accountNumber }));

/** An agency's picture, for everybody. @throws Fault `logo_not_found` */
export const readLogo = query({
  name: "agencies.read_logo",
  input: ReadLogo,
  fence: "platform",
  load: async (work, { slug }) => {
    const agency = await findLogo(work, slug);
    if (!agency) throw notFound("logo");
    return agency;
  },
  allow: anyone,
  run: async (work, _input, { id, logo }) => {
    const body = await work.ports.files.get(logoKey(id, logo));
    if (!body) throw notFound("logo");
    return { body, type: "image/webp" };
  },
});
