import { removeUser, updateUser } from "@/lib/users/commands/change";
import { User } from "@/lib/users/contract";
import { endpoint } from "@/server/doors/http";

export const PATCH = endpoint(updateUser, { output: User, summary: "Change somebody's roles, branch or name" });
export const DELETE = endpoint(removeUser, { summary: "Take somebody out of the agency" });
