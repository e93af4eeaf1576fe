import { redirect } from "next/navigation";
import { ChatList } from "@/components/chat/chat-list";
import { readAgency } from "@/lib/agencies/queries/agency";
import { listChats } from "@/lib/chat/queries";
import { pageCall, read } from "@/server/doors/page";

type Props = { params: Promise<{ agency: string }> };

/** Whoever is in one group is led to its talk; the others choose. */
export default async function MyMessagesPage({ params }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/my`;
  const call = await pageCall(agency, "my", `${home}/messages`);
  const [{ data }, { timeZone }] = await Promise.all([read(listChats(call, {})), read(readAgency(call, {}))]);
  const [first, ...others] = data;
  if (first && others.length === 0) return redirect(`${home}/messages/${first.groupId}`);
  return <ChatList chats={data} home={home} zone={timeZone} hrefOf={(id) => `${home}/messages/${id}?from=list`} />;
}
