import { MyAgencies } from "@/lib/agencies/contract";
import { listMyAgencies } from "@/lib/agencies/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listMyAgencies, { output: MyAgencies, summary: "List the agencies you belong to" });
