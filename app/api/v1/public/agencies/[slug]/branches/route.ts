import { PublicBranches } from "@/lib/agencies/contract/public";
import { listPublicBranches } from "@/lib/agencies/queries/public";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listPublicBranches, {
  output: PublicBranches,
  agency: "slug",
  summary: "Where an agency is found",
});
