import { InvitationCard } from "@/lib/users/contract";
import { readInvitation } from "@/lib/users/queries";
import { endpoint } from "@/server/doors/http";

export const POST = endpoint(readInvitation, {
  output: InvitationCard,
  counting: "link",
  anonymous: true,
  summary: "Read an invitation",
});
