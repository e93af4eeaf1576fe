import { addMember } from "@/lib/groups/commands/members";
import { Member, MemberPage } from "@/lib/groups/contract";
import { listMembers } from "@/lib/groups/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listMembers, { output: MemberPage, summary: "List the members of a group" });
export const POST = endpoint(addMember, { output: Member, status: 201, summary: "Put somebody into a group" });
