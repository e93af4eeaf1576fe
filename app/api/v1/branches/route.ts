import { openBranch } from "@/lib/agencies/commands/branches";
import { Branch, BranchPage } from "@/lib/agencies/contract/branch";
import { listBranches } from "@/lib/agencies/queries/branches";
import { endpoint } from "@/server/doors/http";
import { inPages } from "@/server/doors/in-pages";

export const GET = endpoint(inPages(listBranches), { output: BranchPage, summary: "List your agency's branches" });
export const POST = endpoint(openBranch, { output: Branch, status: 201, summary: "Open a branch" });
