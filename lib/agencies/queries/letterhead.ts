import { agencyOf, type Work } from "@/lib/kernel/call";
import { notFound } from "@/lib/kernel/fault";
import type { Letterhead } from "../contract/letterhead";
import { findAgency } from "../store/agencies";
import { logoKey } from "./agency";

/** Plain verb: whose paper it is. @throws Fault `agency_not_found` */
export async function readLetterhead(work: Work): Promise<Letterhead> {
  const row = await findAgency(work);
  if (!row) throw notFound("agency");
  const { name, licenceNumber, timeZone, settings } = row;
  const logo = settings.logo ? await work.ports.files.get(logoKey(agencyOf(work), settings.logo)) : null;
  const bytes = logo ? new Uint8Array(await new Response(logo).arrayBuffer()) : null;
  return { name, licenceNumber, timeZone, brandColour: settings.brandColour ?? null, logo: bytes };
}
