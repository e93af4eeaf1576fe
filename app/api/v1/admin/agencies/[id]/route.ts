import { AgencyFile } from "@/lib/agencies/contract/platform";
import { readAgencyFile } from "@/lib/agencies/queries/platform";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readAgencyFile, { output: AgencyFile, summary: "What the platform knows of an agency" });
