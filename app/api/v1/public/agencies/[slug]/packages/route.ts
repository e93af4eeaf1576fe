import { PublicPackages } from "@/lib/packages/contract/public";
import { listPublicPackages } from "@/lib/packages/queries/public";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listPublicPackages, {
  output: PublicPackages,
  agency: "slug",
  summary: "What an agency offers, by name, each with its soonest departures",
});
