"use client";

import { Copy, Pencil, Reply, Undo2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Dialog } from "@/components/ui/dialog";
import { Fold } from "@/components/ui/fold";
import { toast } from "@/components/ui/toast";
import type { Message, Readers } from "@/lib/chat/contract";
import { formatTime } from "@/lib/i18n/formats";
import type { ChatSession } from "./session";

type MessageSheetProps = {
  message: Message;
  session: ChatSession;
  userId: string;
  zone: string;
  mayWrite: boolean;
  /** Who is told to be there now, as far as one is told. */
  online: ReadonlySet<string> | null;
  onReply: (message: Message) => void;
  onEdit: (message: Message) => void;
  onClose: () => void;
};

/** What can be done with a message, and in words how far it got. */
export function MessageSheet({
  message,
  session,
  userId,
  zone,
  mayWrite,
  online,
  onReply,
  onEdit,
  onClose,
}: MessageSheetProps) {
  const t = useTranslations("chat");
  const errors = useTranslations("errors");
  const common = useTranslations("common");
  const locale = useLocale();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const mine = message.senderId === userId;
  const { text } = message;
  const withdraw = async () => {
    setBusy(true);
    const answer = await session.api?.withdraw(message.id);
    setBusy(false);
    if (!answer?.ok)
      return void toast({ text: answer?.failed === null ? t("refused") : errors("offline"), kind: "failed" });
    session.changed(answer.value);
    onClose();
  };
  const copy = async () => {
    const isDone = await copyText(text ?? "");
    toast(isDone ? { text: t("copied"), kind: "done" } : { text: t("copyRefused"), kind: "failed" });
    onClose();
  };
  const begin = (what: (message: Message) => void) => () => {
    what(message);
    onClose();
  };
  if (asking) {
    const actions = () => (
      <>
        <Button size="lg" onClick={() => setAsking(false)}>
          {t("keep")}
        </Button>
        <Button size="lg" kind="danger" busy={busy && t("working")} onClick={withdraw}>
          {t("withdraw")}
        </Button>
      </>
    );
    return <Dialog open title={t("withdrawAsk")} text={t("withdrawText")} onOpenChange={onClose} actions={actions} />;
  }
  const time = formatTime(locale, new Date(message.sentAt), { zone });
  const icon = { "aria-hidden": true, size: 20 } as const;
  return (
    <Dialog
      open
      focusSelf
      title={t("from", { name: mine ? t("you") : message.senderName, time })}
      onOpenChange={onClose}
      actions={(close) => (
        <Button wide size="lg" kind="ghost" onClick={close}>
          {common("close")}
        </Button>
      )}
    >
      <div className="flex flex-col gap-2">
        {mine ? <ReadersOf {...{ message, session, online }} /> : null}
        {mayWrite ? (
          <Button wide size="lg" icon={<Reply {...icon} className="mirror" />} onClick={begin(onReply)}>
            {t("reply")}
          </Button>
        ) : null}
        {text ? (
          <Button wide size="lg" icon={<Copy {...icon} />} onClick={copy}>
            {t("copy")}
          </Button>
        ) : null}
        {mine && mayWrite && text ? (
          <Button wide size="lg" icon={<Pencil {...icon} />} onClick={begin(onEdit)}>
            {t("edit")}
          </Button>
        ) : null}
        {mine ? (
          <Button
            wide
            size="lg"
            kind="danger-quiet"
            icon={<Undo2 {...icon} className="mirror" />}
            onClick={() => setAsking(true)}
          >
            {t("withdraw")}
          </Button>
        ) : null}
      </div>
    </Dialog>
  );
}

type ReadersOfProps = Pick<MessageSheetProps, "message" | "session" | "online">;
/** Who has read it and who has not, by name, and who of them a word reaches now. */
function ReadersOf({ message, session, online }: ReadersOfProps) {
  const t = useTranslations("chat");
  const [readers, setReaders] = useState<Readers | null | "unknown">(null);
  useEffect(() => {
    let isGone = false;
    void session.api?.readers(message.groupId, message.id).then((got) => isGone || setReaders(got ?? "unknown"));
    return () => {
      isGone = true;
    };
  }, [message, session]);
  if (readers === null) return <p className="text-md text-ink-2">{t("asking")}</p>;
  if (readers === "unknown") return <p className="text-md text-ink-2">{t("readersUnknown")}</p>;
  const lists = [
    { key: "unread", title: t("notRead", { count: readers.unread.length }), people: readers.unread },
    { key: "read", title: t("readBy", { count: readers.read.length }), people: readers.read },
  ];
  return lists
    .filter(({ people }) => people.length > 0)
    .map(({ key, title, people }) => (
      <Fold key={key} title={title} className="rounded-xl border border-line px-3 text-md">
        <ul className="pb-3">
          {people.map(({ userId, personName }) => (
            <li key={userId} className="flex flex-wrap justify-between gap-x-3 py-1">
              <bdi>{personName}</bdi>
              {online?.has(userId) ? <span className="text-ok-ink">{t("isOnline")}</span> : null}
            </li>
          ))}
        </ul>
      </Fold>
    ));
}
