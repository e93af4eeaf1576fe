"use client";

import {
  ALargeSmall,
  Bell,
  BellOff,
  ChevronLeft,
  EllipsisVertical,
  LockKeyhole,
  LockKeyholeOpen,
  Phone,
  Search,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { GroupTag } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { Chat } from "@/lib/chat/contract";
import { MutedMark } from "./muted-mark";
import type { ChatSession, ChatView } from "./session";
import { countAnew } from "./unread";

export type ChatGroup = {
  id: string;
  number: number;
  name: string;
  members: number;
  zone: string;
  leader: { name: string; phone: string | null } | null;
};
type ChatTopProps = {
  group: ChatGroup;
  back: string | null;
  view: ChatView;
  session: ChatSession | null;
  onSize: () => void;
  onSearch: () => void;
};

/** Whose chat this is, and whom one can call instead. */
export function ChatTop({ group, back, view: { chat, online, fresh }, session, onSize, onSearch }: ChatTopProps) {
  const t = useTranslations("chat");
  const { number, name, members, leader } = group;
  return (
    <header className="chat-top">
      {back ? (
        <Link href={back} className="chat-plain" aria-label={t("back")}>
          <ChevronLeft aria-hidden size={26} className="mirror" />
        </Link>
      ) : null}
      <GroupTag number={number} size={34} />
      <div className="min-w-[min(7rem,100%)] flex-1">
        <h1 className="text-lg leading-6 font-semibold text-pretty">
          <bdi>{name}</bdi>
        </h1>
        <p className="flex flex-wrap gap-x-2 text-md text-ink-2">
          {t("people", { count: members, leader: leader?.name ?? "none" })}
          {online && fresh ? <span className="text-ok-ink">{t("online", { count: online.size })}</span> : null}
          {chat?.muted ? <MutedMark /> : null}
        </p>
      </div>
      {leader?.phone ? (
        <a href={`tel:${leader.phone}`} className="chat-round" aria-label={t("call", { name: leader.name })}>
          <Phone aria-hidden size={24} />
        </a>
      ) : null}
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
    </header>
  );
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
