import { updateGroup } from "@/lib/groups/commands/update-group";
import { Group } from "@/lib/groups/contract";
import { readGroup } from "@/lib/groups/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(readGroup, { output: Group, summary: "Read a group" });
export const PATCH = endpoint(updateGroup, { output: Group, summary: "Change a group" });
