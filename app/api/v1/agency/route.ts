import { Agency } from "@/lib/agencies/contract";
import { readAgency } from "@/lib/agencies/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readAgency, { output: Agency, summary: "Read your agency" });
