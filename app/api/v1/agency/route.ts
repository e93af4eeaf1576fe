import { Agency } from "@/lib/agencies/contract/agency";
import { readAgency } from "@/lib/agencies/queries/agency";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readAgency, { output: Agency, summary: "Read your agency" });
