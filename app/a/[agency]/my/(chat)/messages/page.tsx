import { titled } from "@/app/titled";
import { ChatList } from "@/components/chat/chat-list";
import { Talk } from "@/components/chat/talk";
import { KeepFresh } from "@/components/shell/keep-fresh";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listChats } from "@/lib/chat/queries";
import { pageCall, read } from "@/server/doors/page";
import { readRoom } from "../../../room";

type Props = { params: Promise<{ agency: string }> };

/** Whoever is in one group is in its talk at once; the others choose. */
export const generateMetadata = titled("shell.nav.messages");

export default async function MyMessagesPage({ params }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/my`;
  const call = await pageCall(agency, "my", `${home}/messages`);
  const [{ data }, { timeZone }] = await Promise.all([read(listChats(call, {})), read(readAgency(call, {}))]);
  const [first, ...others] = data;
  if (first && others.length === 0) {
    const room = await readRoom(call, first.groupId);
    return <Talk {...room} agency={agency} userId={call.actor.userId} back={null} />;
  }
  return (
    <div className="mx-auto flex min-h-0 w-full max-w-[34rem] flex-1 flex-col gap-3 overflow-y-auto px-4 pt-3 pb-5">
      <KeepFresh agency={agency} seconds={20} />
      <ChatList chats={data} home={home} zone={timeZone} hrefOf={(id) => `${home}/messages/${id}?from=list`} />
    </div>
  );
}
