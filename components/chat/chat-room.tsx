"use client";

import { CloudOff, Megaphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { LoadingRows } from "@/components/ui/skeleton";
import { EmptyState } from "@/components/ui/states";
import { toast } from "@/components/ui/toast";
import type { Message } from "@/lib/chat/contract";
import type { ChatGroup } from "./chat-head";
import { ChatLog } from "./chat-log";
import { ChatSearch } from "./chat-search";
import { ChatTop } from "./chat-top";
import { type About, Composer } from "./composer";
import { MessageSheet } from "./message-sheet";
import type { ChatSession, ChatView, Initial } from "./session";
import { useChat, useTextSize } from "./use-chat";
import "./chat.css";

export type ChatRoomProps = {
  agency: string;
  userId: string;
  group: ChatGroup;
  back: string | null;
  initial: Initial;
};

/** The talk of one group. */
export function ChatRoom({ agency, userId, group, back, initial }: ChatRoomProps) {
  const t = useTranslations("chat");
  const { session, view } = useChat(agency, userId, group.id, initial);
  const [size, nextSize] = useTextSize();
  const [edited, setEdited] = useState<Message | null>(null);
  const about = useAbout(edited, view.answersTo);
  const [picked, setPicked] = useState<Message | null>(null);
  const [searching, setSearching] = useState(false);
  const [target, setTarget] = useState<number | null>(null);
  const { chat, messages } = view;
  const mayWrite = chat?.mayWrite ?? false;
  /** As it is now: it may be changed or withdrawn while it is looked at. */
  const nowOf = (one: Message) => messages?.find(({ id }) => id === one.id) ?? one;
  const jump = async ({ seq }: Message) => {
    setTarget(null);
    if (!(await session?.bringIn(seq))) return void toast({ text: t("searchOffline"), kind: "offline" });
    setSearching(false);
    setTarget(seq);
  };
  return (
    <div className="chat" data-size={size}>
      <ChatTop {...{ group, back, view, session }} onSize={nextSize} onSearch={() => setSearching(true)} />
      <StateLine view={view} />
      {session && messages ? (
        <>
          {searching ? (
            <ChatSearch
              {...{ session }}
              groupId={group.id}
              zone={group.zone}
              onFound={jump}
              onClose={() => setSearching(false)}
            />
          ) : null}
          {messages.length + view.waiting.length > 0 ? (
            <ChatLog {...{ session, view, userId, target }} zone={group.zone} onPick={setPicked} />
          ) : (
            <Silence />
          )}
        </>
      ) : (
        <LoadingRows rows={5} className="m-4 flex-1" />
      )}
      <Foot
        {...{ session, view, about }}
        quoted={about && nowOf(about.message)}
        onDone={() =>
          about?.does === "edit" ? setEdited((now) => (now === about.message ? null : now)) : session?.answer(null)
        }
      />
      {picked && session ? (
        <MessageSheet
          {...{ session, userId, mayWrite }}
          online={view.online}
          message={nowOf(picked)}
          zone={group.zone}
          onReply={(message) => {
            setEdited(null);
            session.answer(message);
          }}
          onEdit={setEdited}
          onClose={() => setPicked(null)}
        />
      ) : null}
    </div>
  );
}

/** A change goes before the answer that waits behind it; only the answer is kept over a reload. */
function useAbout(edited: Message | null, answersTo: Message | null): About {
  return useMemo(() => {
    if (edited) return { does: "edit", message: edited };
    return answersTo && { does: "reply", message: answersTo };
  }, [edited, answersTo]);
}

function Silence() {
  const t = useTranslations("chat");
  return <EmptyState title={t("emptyTitle")} text={t("emptyText")} className="my-auto flex-1" />;
}

/** Who writes now, or that this is what the device remembers. */
function StateLine({ view: { fresh, typing, messages } }: { view: ChatView }) {
  const t = useTranslations("chat");
  const [first, ...others] = typing;
  return (
    <p role="status" className="chat-state" data-shown={messages && (!fresh || first) ? "" : undefined}>
      {messages && !fresh ? (
        <>
          <CloudOff aria-hidden size={18} className="flex-none" />
          {t("offline")}
        </>
      ) : first ? (
        t("typing", { name: first, others: others.length })
      ) : null}
    </p>
  );
}

type FootProps = {
  session: ChatSession | null;
  view: ChatView;
  about: About;
  quoted: Message | null;
  onDone: () => void;
};
function Foot({ session, view: { chat }, ...rest }: FootProps) {
  const t = useTranslations("chat");
  if (!session || !chat) return null;
  if (chat.mayWrite) return <Composer {...{ session, ...rest }} />;
  return (
    <p className="chat-composer flex items-center gap-3 text-md">
      <Megaphone aria-hidden size={22} className="flex-none" />
      {chat.leadersOnly ? t("leadersOnly") : t("readOnly")}
    </p>
  );
}
