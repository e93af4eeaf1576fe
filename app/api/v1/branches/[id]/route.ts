import { closeBranch, updateBranch } from "@/lib/agencies/commands/branches";
import { Branch } from "@/lib/agencies/contract/branch";
import { readBranch } from "@/lib/agencies/queries/branches";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readBranch, { output: Branch, summary: "Read a branch" });
export const PATCH = endpoint(updateBranch, { output: Branch, summary: "Change a branch" });
export const DELETE = endpoint(closeBranch, { summary: "Close a branch that nobody and no group belongs to" });
