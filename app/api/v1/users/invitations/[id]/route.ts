import { revokeInvitation } from "@/lib/users/commands/invite";
import { endpoint } from "@/server/doors/http";

export const DELETE = endpoint(revokeInvitation, { summary: "Take an invitation back" });
