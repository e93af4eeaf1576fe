import { AgencyPage } from "@/lib/agencies/contract/platform";
import { listAgencies } from "@/lib/agencies/queries/platform";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listAgencies, { output: AgencyPage, summary: "List agencies, for the platform" });
