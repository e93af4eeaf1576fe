import { registerAgency } from "@/lib/agencies/commands/register";
import { MembershipPage, RegisteredAgency } from "@/lib/agencies/contract/agency";
import { listMyAgencies } from "@/lib/agencies/queries/agency";
import { endpoint } from "@/server/doors/http";
import { inPages } from "@/server/doors/in-pages";

export const GET = endpoint(inPages(listMyAgencies), {
  output: MembershipPage,
  summary: "List the agencies you belong to",
});
export const POST = endpoint(registerAgency, {
  output: RegisteredAgency,
  status: 201,
  summary: "Ask to be let in as an agency; who is not signed in names its owner",
});
