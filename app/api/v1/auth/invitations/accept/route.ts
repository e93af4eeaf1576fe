import { acceptInvitation } from "@/lib/users/commands/accept";
import { Accepted } from "@/lib/users/contract";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(acceptInvitation, {
  output: Accepted,
  agency: "invitation",
  counting: "link",
  secret: true,
  summary: "Accept an invitation",
});
