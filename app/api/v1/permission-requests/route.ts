import { askPermission } from "@/lib/agencies/commands/requests";
import { PermissionRequest, PermissionRequestPage } from "@/lib/agencies/contract/requests";
import { listPermissionRequests } from "@/lib/agencies/queries/requests";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listPermissionRequests, {
  output: PermissionRequestPage,
  summary: "List what staff asked to be allowed",
});
export const POST = endpoint(askPermission, {
  output: PermissionRequest,
  status: 201,
  summary: "Ask for a permission that your roles do not give",
});
