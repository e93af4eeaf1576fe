import { createPackage } from "@/lib/packages/commands/packages";
import { Package, PackagePage } from "@/lib/packages/contract/package";
import { listPackages } from "@/lib/packages/queries/packages";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listPackages, { output: PackagePage, summary: "List packages" });
export const POST = endpoint(createPackage, { output: Package, status: 201, summary: "Write down a package" });
