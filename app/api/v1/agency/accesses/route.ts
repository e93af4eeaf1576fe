import { AccessPage } from "@/lib/agencies/contract/platform";
import { listAccesses } from "@/lib/agencies/queries/agency";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listAccesses, {
  output: AccessPage,
  summary: "When the platform looked into your agency, and why",
});
