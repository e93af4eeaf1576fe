import { anyone, nothing } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/fault";
import { query } from "@/lib/kernel/query";
import { type PublicAgency, PublicRef } from "../contract/public";
import { findAgency } from "../store/agencies";
import { listBranchRows } from "../store/branches";
import { showAgency } from "./agency";

/** What an agency shows to everybody. @throws Fault `agency_not_found` */
export const readPublicAgency = query({
  name: "agencies.read_public",
  input: PublicRef,
  load: nothing,
  allow: anyone,
  run: async (work): Promise<PublicAgency> => {
    const row = await findAgency(work);
    if (!row) throw notFound("agency");
    const { slug, name, country, currency, timeZone, locale, hotline, logo, brandColour } = showAgency(work, row);
    const { licenceNumber } = row;
    return { slug, name, country, currency, timeZone, locale, hotline, licenceNumber, logo, brandColour };
  },
});

/** Where an agency is found and when it is open. */
export const listPublicBranches = query({
  name: "agencies.list_public_branches",
  input: PublicRef,
  load: nothing,
  allow: anyone,
  run: async (work) => ({
    data: (await listBranchRows(work)).map(({ id, name, city, timeZone, address, lat, lng, hours }) => ({
      id,
      name,
      city,
      timeZone,
      address,
      hours,
      place: lat === null || lng === null ? null : { lat, lng },
    })),
  }),
});
