import { endAccess, takeAccess } from "@/lib/agencies/commands/access";
import { Access } from "@/lib/agencies/contract/platform";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(takeAccess, {
  output: Access,
  status: 201,
  agency: "path",
  summary: "Look into an agency for an hour, with a reason",
});
export const DELETE = endpoint(endAccess, { agency: "path", summary: "Give the look back before its hour is over" });
