"use server";

import { approvePermission, denyPermission, takeBackPermission } from "@/lib/agencies/commands/requests";
import { readTies } from "@/lib/travel/queries/ties";
import { removeUser, updateUser } from "@/lib/users/commands/change";
import { eraseUser } from "@/lib/users/commands/erase";
import { importInvitations } from "@/lib/users/commands/import";
import { inviteUser, revokeInvitation } from "@/lib/users/commands/invite";
import { exportUsers } from "@/lib/users/queries";
import { action } from "@/server/doors/action";

export const update = action(updateUser);
export const remove = action(removeUser);
export const erase = action(eraseUser);
export const invite = action(inviteUser);
export const importTable = action(importInvitations);
export const revoke = action(revokeInvitation);
export const exportAll = action(exportUsers);
export const approve = action(approvePermission);
export const deny = action(denyPermission);
export const takeBack = action(takeBackPermission);
export const ties = action(readTies);
