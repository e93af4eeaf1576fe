import { rejectRequest } from "@/lib/groups/commands/requests";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(rejectRequest, { summary: "Turn down a wish to join a group" });
