import { z } from "zod";
import { isSystem } from "@/lib/kernel/actor";
import { nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import {
  type AgencyFile,
  AgencyRef,
  type AgencyRow,
  ExportAgencies,
  ListAgencies,
  type Statistics,
  type WaitingList,
} from "../contract/platform";
import { runsPlatform } from "../policy";
import {
  countByStatus,
  countMessages,
  countPeople,
  countSales,
  countTrialsEnding,
  countWeeks,
  readQueue,
} from "../store/figures";
import {
  countInside,
  findAgencyById,
  listAccessesOf,
  listAgencyRows,
  listOwners,
  listSameLicence,
} from "../store/platform";
import { findWaiting } from "../store/waiting";

/** Agencies as the platform sees them. */
export const listAgencies = query({
  name: "agencies.list_all",
  input: ListAgencies,
  fence: "platform",
  load: nothing,
  allow: runsPlatform,
  run: (work, input) => listAgencyRows(work, input),
});

const EXPORT_PAGE = 500;
/** Every agency of a list, for a file. */
export const exportAgencies = query({
  name: "agencies.export_all",
  input: ExportAgencies,
  fence: "platform",
  load: nothing,
  allow: runsPlatform,
  run: async (work, input) => {
    const data: AgencyRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAgencyRows(work, { ...input, limit: EXPORT_PAGE, cursor });
      data.push(...page.data);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return { data };
  },
});

/** What there is to know before one decides about an agency. @throws Fault `agency_not_found` */
export const readAgencyFile = query({
  name: "agencies.read_file",
  input: AgencyRef,
  fence: "platform",
  load: nothing,
  allow: runsPlatform,
  run: async (work, { id }): Promise<AgencyFile> => {
    const agency = await findAgencyById(work, id);
    if (!agency) throw notFound("agency");
    const [owners, inside, sameLicence, accesses] = await Promise.all([
      listOwners(work, id),
      countInside(work, id),
      agency.licenceNumber ? listSameLicence(work, id, agency.licenceNumber) : [],
      listAccessesOf(work, id),
    ]);
    const shown = owners.map(({ locale: _, emailProvenAt, phoneProvenAt, ...owner }) => ({
      ...owner,
      emailProven: emailProvenAt !== null,
      phoneProven: phoneProvenAt !== null,
    }));
    return { ...agency, ...inside, owners: shown, sameLicence, accesses };
  },
});

/** Figures across agencies. */
export const readStatistics = query({
  name: "agencies.read_statistics",
  input: z.strictObject({}),
  fence: "platform",
  load: nothing,
  allow: runsPlatform,
  run: async (work): Promise<Statistics> => {
    const [statuses, trialsEnding, people, messages, sales, weeks] = await Promise.all([
      countByStatus(work),
      countTrialsEnding(work),
      countPeople(work),
      countMessages(work),
      countSales(work),
      countWeeks(work),
    ]);
    const none = { pending: 0, trial: 0, active: 0, rejected: 0, suspended: 0, expired: 0 };
    const counted = Object.fromEntries(statuses.map(({ status, count }) => [status, count]));
    return { agencies: { ...none, ...counted }, trialsEnding, ...people, messages, sales, weeks };
  },
});

/** What waits for somebody of the platform at this moment. */
export const listWaiting = query({
  name: "agencies.list_waiting",
  input: z.strictObject({}),
  fence: "platform",
  load: nothing,
  allow: runsPlatform,
  run: async (work): Promise<WaitingList> => ({
    data: (await findWaiting(work)).filter(({ count }) => count > 0),
    nextCursor: null,
  }),
});

/** Whom letters about an agency go to; for tasks only. */
export const readOwners = query({
  name: "agencies.read_owners",
  input: AgencyRef,
  fence: "platform",
  load: nothing,
  allow: isSystem,
  run: async (work, { id }) => {
    const agency = await findAgencyById(work, id);
    return agency ? { agency, owners: await listOwners(work, id) } : null;
  },
});

/** What waits in the database, and how large it is. */
export const readBacklog = query({
  name: "agencies.read_backlog",
  input: z.strictObject({}),
  fence: "platform",
  load: nothing,
  allow: (actor) => isSystem(actor) || runsPlatform(actor),
  run: (work) => readQueue(work),
});
