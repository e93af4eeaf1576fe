import { titled } from "@/app/titled";
import { Talk } from "@/components/chat/talk";
import { pageCall } from "@/server/doors/page";
import { readRoom } from "../../../../../room";

type Props = { params: Promise<{ agency: string; groupId: string }> };

export const generateMetadata = titled("shell.nav.chat");

export default async function GroupChatPage({ params }: Props) {
  const { agency, groupId } = await params;
  const call = await pageCall(agency, "lead", `/a/${agency}/lead/groups/${groupId}/chat`);
  const room = await readRoom(call, groupId);
  return <Talk {...room} agency={agency} userId={call.actor.userId} back={null} />;
}
