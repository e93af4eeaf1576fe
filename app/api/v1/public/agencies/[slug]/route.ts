import { PublicAgency } from "@/lib/agencies/contract/public";
import { readPublicAgency } from "@/lib/agencies/queries/public";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readPublicAgency, {
  output: PublicAgency,
  agency: "slug",
  summary: "An agency as everybody sees it",
});
