import { approveRequest } from "@/lib/groups/commands/requests";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(approveRequest, { summary: "Let somebody join a group" });
