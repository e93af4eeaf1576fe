import { updateAgency } from "@/lib/agencies/commands/settings";
import { Agency } from "@/lib/agencies/contract/agency";
import { readAgency } from "@/lib/agencies/queries/agency";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readAgency, { output: Agency, summary: "Read your agency" });
export const PATCH = endpoint(updateAgency, { output: Agency, summary: "Change your agency's settings" });
