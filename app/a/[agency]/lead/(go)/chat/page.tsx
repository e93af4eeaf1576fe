import { redirect } from "next/navigation";
import { currentOf, isLed } from "@/components/journey/trip";
import { listGroups } from "@/lib/groups/queries";
import { pageCall, read } from "@/server/doors/page";

type Props = { params: Promise<{ agency: string }> };

/** The bar's way to the chat of the group one leads now, where no group is named yet. */
export default async function CurrentChatPage({ params }: Props) {
  const { agency } = await params;
  const home = `/a/${agency}/lead`;
  const call = await pageCall(agency, "lead", `${home}/chat`);
  const { data } = await read(listGroups(call, { limit: 100 }));
  const group = currentOf(data.filter(isLed));
  return redirect(group ? `${home}/groups/${group.id}/chat` : home);
}
