import { archivePackage, updatePackage } from "@/lib/packages/commands/packages";
import { Package } from "@/lib/packages/contract/package";
import { readPackage } from "@/lib/packages/queries/packages";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readPackage, { output: Package, summary: "A package" });
export const PATCH = endpoint(updatePackage, { output: Package, summary: "Change, publish or hide a package" });
export const DELETE = endpoint(archivePackage, { summary: "Put a package away" });
