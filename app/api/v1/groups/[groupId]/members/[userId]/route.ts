import { removeMember, updateMember } from "@/lib/groups/commands/members";
import { Member } from "@/lib/groups/contract";
import { endpoint } from "@/server/doors/http";

export const PATCH = endpoint(updateMember, { output: Member, summary: "Change a member's role or sub-group" });
export const DELETE = endpoint(removeMember, { summary: "Leave a group, or remove a member" });
