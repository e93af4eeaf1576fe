import { importInvitations } from "@/lib/users/commands/import";
import { Imported } from "@/lib/users/contract";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(importInvitations, {
  output: Imported,
  large: true,
  summary: "Invite everybody in a table",
});
