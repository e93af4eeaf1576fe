"use server";

import { closeBranch, openBranch, updateBranch } from "@/lib/agencies/commands/branches";
import { action } from "@/server/doors/action";

export const open = action(openBranch);
export const update = action(updateBranch);
export const close = action(closeBranch);
