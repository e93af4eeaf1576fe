import { ManifestState } from "@/lib/travel/contract/manifest";
import { readManifestState } from "@/lib/travel/queries/manifest";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readManifestState, {
  output: ManifestState,
  summary: "What the manifest waits for, and its versions",
});
