import { z } from "zod";
import raw from "./sites.json";

export const Site = z.strictObject({
  id: z.string(),
  category: z.enum([
    ...(["makkah_haram", "makkah_gate", "makkah_place", "makkah_ziyarah", "mashair"] as const),
    ...(["madinah_haram", "madinah_gate", "madinah_service", "madinah_ziyarah"] as const),
    ...(["miqat", "hill_boundary", "transport"] as const),
  ]),
  name: z.strictObject({ en: z.string(), ar: z.string() }),
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  radiusM: z.number().positive().optional(),
  source: z.string(),
  confidence: z.enum(["high", "medium", "low"]).describe("Verify on the spot before fencing what is not high."),
  forWhom: z.string().optional(),
  note: z.string().optional(),
});
/** A place of the pilgrimage as shipped; degrees in WGS 84. */
export type Site = z.output<typeof Site>;

const shipped = z.strictObject({ credit: z.string(), licence: z.string(), sites: z.array(Site) }).parse(raw);

/** To be shown wherever sites are drawn or listed: many come from OpenStreetMap (ODbL). */
export const SITES_CREDIT = shipped.credit;
export const sites: readonly Site[] = shipped.sites;

const byId = new Map(sites.map((site) => [site.id, site]));
/** The site of this id, or undefined. */
export const findSite = (id: string): Site | undefined => byId.get(id);
