import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LookForm } from "@/components/chat/look-form";
import { ReadOnlyLog } from "@/components/chat/read-only-log";
import { PageHeader } from "@/components/shell/headers";
import { Speak } from "@/components/shell/speak";
import { listEarlier, listMessages } from "@/lib/chat/queries";
import { readGroup } from "@/lib/groups/queries";
import { isFault } from "@/lib/kernel/fault";
import { pageCall, read } from "@/server/doors/page";
import { openChat } from "../../../actions";

type Params = { agency: string; groupId: string };
type Props = { params: Promise<Params>; searchParams: Promise<{ before?: string | string[] }> };

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("chat"))("title") });

const needsReason = (error: unknown) => {
  if (isFault(error) && error.code === "look_needed") return null;
  throw error;
};

/** A group's talk for the office: first the reason, then an hour of reading. */
export default async function OfficeChatPage({ params, searchParams }: Props) {
  const [{ agency, groupId }, { before }] = await Promise.all([params, searchParams]);
  const back = `/a/${agency}/office/groups/${groupId}`;
  const call = await pageCall(agency, "office", `${back}/chat`);
  const group = await read(readGroup(call, { groupId }));
  const t = await getTranslations("chat.look");
  const from = typeof before === "string" ? before : undefined;
  const page = await read(listMessages(call, { groupId, before: from, limit: 50 }).catch(needsReason));
  const changed = page?.data.flatMap(({ id, editedAt, withdrawnAt }) => (editedAt || withdrawnAt ? [id] : [])) ?? [];
  const earlier = changed.length > 0 ? await read(listEarlier(call, { groupId, ids: changed })) : null;
  return (
    <>
      <PageHeader title={t("title", { number: String(group.number) })} back={{ href: back, label: group.name }} />
      {page ? (
        <ReadOnlyLog
          page={page}
          earlier={earlier}
          zone={group.timeZone}
          here={`${back}/chat`}
          isNewest={from === undefined}
        />
      ) : (
        <Speak namespaces={["chat"]}>
          <LookForm groupId={groupId} open={openChat.bind(null, agency)} />
        </Speak>
      )}
    </>
  );
}
