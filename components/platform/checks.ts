import type { AgencyFile } from "@/lib/agencies/contract/platform";

export type Check = {
  id: "licence" | "owner" | "contact" | "before" | "address";
  ok: boolean;
  values: Record<string, string | number>;
};

/** What is really known of an application. Nobody asked a ministry: whoever decides looks the licence up. */
export function checksOf(file: AgencyFile): Check[] {
  const [owner] = file.owners;
  return [
    {
      id: "licence",
      ok: file.licenceNumber !== null && file.sameLicence.length === 0,
      values: {
        number: file.licenceNumber ?? "–",
        others: file.sameLicence.join(", "),
        count: file.sameLicence.length,
      },
    },
    { id: "owner", ok: (owner?.otherAgencies ?? 0) === 0, values: { count: owner?.otherAgencies ?? 0 } },
    {
      id: "contact",
      ok: Boolean(owner?.emailProven || owner?.phoneProven),
      values: { proven: owner?.emailProven ? "email" : owner?.phoneProven ? "phone" : "none" },
    },
    { id: "before", ok: file.decidedAt === null, values: { decided: file.decidedAt === null ? "no" : "yes" } },
    { id: "address", ok: true, values: { slug: file.slug } },
  ];
}
