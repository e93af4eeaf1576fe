import { inviteUser } from "@/lib/users/commands/invite";
import { InvitationPage, Invited } from "@/lib/users/contract";
import { listInvitations } from "@/lib/users/queries";
import { endpoint } from "@/server/doors/http";

export const GET = endpoint(listInvitations, { output: InvitationPage, summary: "List invitations" });
export const POST = endpoint(inviteUser, {
  output: Invited,
  status: 201,
  secret: true,
  summary: "Invite somebody by a link",
});
