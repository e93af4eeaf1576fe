import { rotateCode } from "@/lib/groups/commands/update-group";
import { JoinCode } from "@/lib/groups/contract";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(rotateCode, { output: JoinCode, summary: "Replace a group's join code" });
