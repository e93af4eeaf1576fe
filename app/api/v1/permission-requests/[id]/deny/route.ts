import { denyPermission } from "@/lib/agencies/commands/requests";
import { PermissionRequest } from "@/lib/agencies/contract/requests";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(denyPermission, { output: PermissionRequest, summary: "Deny a permission request" });
