import { AccessPage } from "@/lib/agencies/contract/platform";
import { listAccesses } from "@/lib/agencies/queries/agency";
import { endpoint } from "@/server/doors/http";
import { inPages } from "@/server/doors/in-pages";

export const GET = endpoint(inPages(listAccesses), {
  output: AccessPage,
  summary: "When the platform looked into your agency, and why",
});
