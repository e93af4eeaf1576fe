import { takeBackPermission } from "@/lib/agencies/commands/requests";
import { HeldPermissions } from "@/lib/agencies/contract/requests";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(takeBackPermission, { output: HeldPermissions, summary: "Take a permission back" });
