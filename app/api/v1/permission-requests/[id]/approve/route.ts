import { approvePermission } from "@/lib/agencies/commands/requests";
import { PermissionRequest } from "@/lib/agencies/contract/requests";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(approvePermission, { output: PermissionRequest, summary: "Approve a permission request" });
