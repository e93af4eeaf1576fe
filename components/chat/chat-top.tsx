"use client";

import { ALargeSmall, Bell, BellOff, EllipsisVertical, LockKeyhole, LockKeyholeOpen, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Menu } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { Chat } from "@/lib/chat/contract";
import { type ChatGroup, ChatHead } from "./chat-head";
import { MutedMark } from "./muted-mark";
import type { ChatSession, ChatView } from "./session";
import { countAnew } from "./unread";

type ChatTopProps = {
  group: ChatGroup;
  back: string | null;
  view: ChatView;
  session: ChatSession | null;
  onSize: () => void;
  onSearch: () => void;
};

/** The chat's head with what can be done with all of it. */
export function ChatTop({ group, back, view: { chat, online, fresh }, session, onSize, onSearch }: ChatTopProps) {
  const t = useTranslations("chat");
  const beside = (
    <>
      {online && fresh ? <span className="text-ok-ink">{t("online", { count: online.size })}</span> : null}
      {chat?.muted ? <MutedMark /> : null}
    </>
  );
  const menu = (
    <Menu
      trigger={
        <button type="button" className="chat-plain" aria-label={t("more")}>
          <EllipsisVertical aria-hidden size={24} />
        </button>
      }
      items={[
        { id: "size", label: t("size"), icon: <ALargeSmall aria-hidden size={20} />, onSelect: onSize },
        { id: "search", label: t("search"), icon: <Search aria-hidden size={20} />, onSelect: onSearch },
        ...(chat && session ? [muteItem(t, chat, session)] : []),
        ...(chat?.mayModerate && session ? [modeItem(t, chat, session)] : []),
      ]}
    />
  );
  return <ChatHead {...{ group, back, beside }} end={menu} />;
}

type Say = ReturnType<typeof useTranslations<"chat">>;
function muteItem(t: Say, chat: Chat, session: ChatSession) {
  const { groupId, muted } = chat;
  const Icon = muted ? Bell : BellOff;
  const change = async () => {
    const answer = await session.api?.mute(groupId, !muted);
    if (!answer?.ok) return toast({ text: t("modeFailed"), kind: "failed" });
    session.adoptChat({ ...chat, muted: answer.value.muted });
    countAnew();
  };
  return {
    id: "mute",
    label: t(muted ? "unmute" : "mute"),
    icon: <Icon aria-hidden size={20} />,
    onSelect: () => void change(),
  };
}

function modeItem(t: Say, { groupId, leadersOnly }: Chat, session: ChatSession) {
  const Icon = leadersOnly ? LockKeyholeOpen : LockKeyhole;
  const change = async () => {
    const answer = await session.api?.setLeadersOnly(groupId, !leadersOnly);
    if (answer?.ok) session.adoptChat(answer.value);
    else toast({ text: t("modeFailed"), kind: "failed" });
  };
  return {
    id: "mode",
    label: t(leadersOnly ? "letAllWrite" : "onlyLeadersWrite"),
    icon: <Icon aria-hidden size={20} />,
    onSelect: () => void change(),
  };
}
