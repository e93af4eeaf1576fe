import { z } from "zod";
import { pageOf } from "@/lib/kernel/page";
import { BRANCH, OpenHours, PUSAT } from "./branch";

export const PublicRef = z.strictObject({ slug: z.string().max(63).optional() });

/** An agency as everybody sees it. The licence is what it told us and the platform let it in with. */
export const PublicAgency = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    country: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    locale: z.string(),
    hotline: z.string().nullable(),
    licenceNumber: z.string().nullable(),
    logo: z.string().nullable(),
    brandColour: z.string().nullable(),
  })
  .meta({
    examples: [
      {
        slug: "nurani",
        name: "Nurani Wisata",
        country: "ID",
        currency: "IDR",
        timeZone: "Asia/Jakarta",
        locale: "id",
        hotline: "+628110000001",
        licenceNumber: "U-412",
        logo: null,
        brandColour: null,
      },
    ],
  });
export type PublicAgency = z.output<typeof PublicAgency>;

export const PublicBranch = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    city: z.string(),
    timeZone: z.string(),
    address: z.string().nullable(),
    place: z.strictObject({ lat: z.number(), lng: z.number() }).nullable(),
    hours: z.array(OpenHours.nullable()).nullable(),
  })
  .meta({ examples: [{ id: BRANCH, ...PUSAT }] });
export const PublicBranchPage = pageOf(PublicBranch);
