import { joinGroup } from "@/lib/groups/commands/join-group";
import { Joined } from "@/lib/groups/contract";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(joinGroup, {
  output: Joined,
  agency: "join_code",
  counting: "join",
  summary: "Join a group by its code",
});
