import { openBranch } from "@/lib/agencies/commands/branches";
import { Branch, Branches } from "@/lib/agencies/contract/branch";
import { listBranches } from "@/lib/agencies/queries/branches";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listBranches, { output: Branches, summary: "List your agency's branches" });
export const POST = endpoint(openBranch, { output: Branch, status: 201, summary: "Open a branch" });
