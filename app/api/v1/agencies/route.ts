import { MyAgencies } from "@/lib/agencies/contract/agency";
import { listMyAgencies } from "@/lib/agencies/queries/agency";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listMyAgencies, { output: MyAgencies, summary: "List the agencies you belong to" });
