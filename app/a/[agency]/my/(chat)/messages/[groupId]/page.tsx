import { Talk } from "@/components/chat/talk";
import { pageCall } from "@/server/doors/page";
import { readRoom } from "../../../../room";

type Props = { params: Promise<{ agency: string; groupId: string }>; searchParams: Promise<{ from?: string }> };

export default async function MyChatPage({ params, searchParams }: Props) {
  const [{ agency, groupId }, { from }] = await Promise.all([params, searchParams]);
  const home = `/a/${agency}/my/messages`;
  const call = await pageCall(agency, "my", `${home}/${groupId}`);
  const room = await readRoom(call, groupId);
  return <Talk {...room} agency={agency} userId={call.actor.userId} back={from === "list" ? home : null} />;
}
