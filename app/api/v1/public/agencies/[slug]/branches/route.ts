import { PublicBranchPage } from "@/lib/agencies/contract/public";
import { listPublicBranches } from "@/lib/agencies/queries/public";
import { endpoint } from "@/server/doors/http";
import { inPages } from "@/server/doors/in-pages";

export const GET = endpoint(inPages(listPublicBranches), {
  output: PublicBranchPage,
  agency: "slug",
  summary: "Where an agency is found",
});
