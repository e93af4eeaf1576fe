"use server";

import { openLook } from "@/lib/chat/commands/lead";
import { createGroup } from "@/lib/groups/commands/create-group";
import { addMember, removeMember, updateMember } from "@/lib/groups/commands/members";
import { approveRequest, rejectRequest } from "@/lib/groups/commands/requests";
import { rotateCode, updateGroup } from "@/lib/groups/commands/update-group";
import { exportGroups, exportRoster, listCandidates } from "@/lib/groups/queries";
import { lookAtGroup, readHistory } from "@/lib/tracking/commands/look";
import { dropMapPack } from "@/lib/tracking/commands/map-packs";
import { action } from "@/server/doors/action";

export const create = action(createGroup);
export const update = action(updateGroup);
export const rotate = action(rotateCode);
export const updatePlace = action(updateMember);
export const findPeople = action(listCandidates);
export const addPlace = action(addMember);
export const remove = action(removeMember);
export const approve = action(approveRequest);
export const reject = action(rejectRequest);
export const exportAll = action(exportGroups);
export const exportPeople = action(exportRoster);
export const look = action(lookAtGroup);
export const readWay = action(readHistory);
export const dropPack = action(dropMapPack);
export const openChat = action(openLook);
