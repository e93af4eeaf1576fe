"use server";

import { joinGroup } from "@/lib/groups/commands/join-group";
import { removeMember } from "@/lib/groups/commands/members";
import { setSharing } from "@/lib/groups/commands/set-sharing";
import { issueTracker, revokeTracker } from "@/lib/tracking/commands/trackers";
import { action } from "@/server/doors/action";

export const join = action(joinGroup);
export const leave = action(removeMember);
export const share = action(setSharing);
export const addTracker = action(issueTracker);
export const endTracker = action(revokeTracker);
