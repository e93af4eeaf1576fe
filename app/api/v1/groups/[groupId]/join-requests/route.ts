import { JoinRequestPage } from "@/lib/groups/contract";
import { listJoinRequests } from "@/lib/groups/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listJoinRequests, { output: JoinRequestPage, summary: "List who waits to join a group" });
