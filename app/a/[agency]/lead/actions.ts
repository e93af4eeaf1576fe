"use server";

import { addMember, removeMember, updateMember } from "@/lib/groups/commands/members";
import { approveRequest, rejectRequest } from "@/lib/groups/commands/requests";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import { rotateCode, updateGroup } from "@/lib/groups/commands/update-group";
import { action } from "@/server/doors/action";

export const add = action(addMember);
export const update = action(updateMember);
export const remove = action(removeMember);
export const approve = action(approveRequest);
export const reject = action(rejectRequest);
export const share = action(setSharing);
export const change = action(updateGroup);
export const rotate = action(rotateCode);
