import { UserPage } from "@/lib/users/contract";
import { listUsers } from "@/lib/users/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listUsers, { output: UserPage, summary: "List the agency's people" });
