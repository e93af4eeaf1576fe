import { registerAgency } from "@/lib/agencies/commands/register";
import { MyAgencies, RegisteredAgency } from "@/lib/agencies/contract/agency";
import { listMyAgencies } from "@/lib/agencies/queries/agency";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listMyAgencies, { output: MyAgencies, summary: "List the agencies you belong to" });
export const POST = endpoint(registerAgency, {
  output: RegisteredAgency,
  status: 201,
  summary: "Ask to be let in as an agency; who is not signed in names its owner",
});
