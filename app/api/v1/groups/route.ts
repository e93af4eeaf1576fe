import { createGroup } from "@/lib/groups/commands/create-group";
import { Group, GroupPage } from "@/lib/groups/contract";
import { listGroups } from "@/lib/groups/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listGroups, { output: GroupPage, summary: "List the groups you may see" });
export const POST = endpoint(createGroup, { output: Group, status: 201, summary: "Create a group" });
