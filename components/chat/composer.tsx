"use client";

import { Camera, MapPin, Plus, SendHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Menu } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { Message } from "@/lib/chat/contract";
import { newId } from "@/lib/kernel/ids";
import { QuoteLine } from "./message-bubble";
import type { ChatSession } from "./session";
import { shrink } from "./shrink";

/** What the composer is about, beside a new message. */
export type About = { does: "reply" | "edit"; message: Message } | null;
type ComposerProps = { session: ChatSession; about: About; onDone: () => void };

const LIMIT = 4_000;
const FIX_MS = 15_000;

const quoteOf = ({ id, seq, senderId, senderName, kind, text }: Message) => ({
  ...{ id, seq, senderId, senderName, kind, text },
});

/** Where one writes. What is sent is kept on this device first, so nothing typed is lost to a bad network. */
export function Composer({ session, about, onDone }: ComposerProps) {
  const t = useTranslations("chat");
  const errors = useTranslations("errors");
  const [text, setText] = useState("");
  // What stands in the field at this moment: a second press comes before the next drawing.
  const typed = useRef("");
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);

  const write = (words: string) => {
    typed.current = words;
    setText(words);
  };
  useEffect(() => {
    if (about?.does === "edit") {
      typed.current = about.message.text ?? "";
      setText(typed.current);
    }
    if (about) field.current?.focus();
  }, [about]);

  const replyTo = about?.does === "reply" ? about.message.id : undefined;
  const post = async (what: {
    kind: "text" | "photo" | "position";
    text?: string;
    picture?: Blob;
    position?: { lat: number; lng: number };
  }) => {
    write("");
    onDone();
    try {
      await session.send({ clientId: newId(), replyTo, ...what });
    } catch {
      // This device keeps nothing more: what was written must not be gone.
      if (!typed.current) write(what.text ?? "");
      toast({ text: t("refused"), kind: "failed" });
    }
  };
  const edit = async (message: Message, words: string) => {
    setBusy(true);
    const answer = await session.api?.edit(message.id, words);
    setBusy(false);
    if (!answer?.ok)
      return void toast({ text: answer?.failed === null ? t("refused") : errors("offline"), kind: "failed" });
    session.changed(answer.value);
    write("");
    onDone();
  };
  const stop = () => {
    if (about?.does === "edit") write("");
    onDone();
  };
  const submit = () => {
    const words = typed.current.trim();
    if (!words || busy) return;
    void (about?.does === "edit" ? edit(about.message, words) : post({ kind: "text", text: words }));
    field.current?.focus();
  };
  const keyed = (event: KeyboardEvent) => {
    // On a phone Enter begins a line; with a keyboard of its own it sends.
    const isDesk = window.matchMedia("(pointer: fine)").matches;
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || !isDesk) return;
    event.preventDefault();
    submit();
  };
  const pick = async (chosen: File | undefined) => {
    if (!chosen) return;
    const picture = await shrink(chosen);
    const words = about?.does === "edit" ? "" : typed.current.trim();
    await post({ kind: "photo", picture, ...(words ? { text: words } : {}) });
  };
  const point = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => void post({ kind: "position", position: { lat: coords.latitude, lng: coords.longitude } }),
      () => toast({ text: t("noPosition"), kind: "failed" }),
      { enableHighAccuracy: true, timeout: FIX_MS, maximumAge: FIX_MS },
    );
  const items = [
    {
      id: "photo",
      label: t("sendPhoto"),
      icon: <Camera aria-hidden size={20} />,
      onSelect: () => file.current?.click(),
    },
    { id: "position", label: t("sendPosition"), icon: <MapPin aria-hidden size={20} />, onSelect: point },
  ];

  return (
    <form
      className="chat-composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {about ? <AboutLine about={about} onStop={stop} /> : null}
      <div className="flex items-end justify-between gap-2 max-[17rem]:flex-wrap">
        <Menu
          align="start"
          items={items}
          trigger={<Round label={t("attach")}>{<Plus aria-hidden size={26} />}</Round>}
        />
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          className="chat-field"
          maxLength={LIMIT}
          aria-label={t("write")}
          placeholder={t("write")}
          value={text}
          onChange={({ target }) => {
            write(target.value);
            session.type();
          }}
          onKeyDown={keyed}
        />
        <Round primary submit label={about?.does === "edit" ? t("saveEdit") : t("send")}>
          <SendHorizontal aria-hidden size={26} className="mirror" />
        </Round>
      </div>
      <input
        ref={file}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        className="sr-only"
        tabIndex={-1}
        aria-hidden
        onChange={({ target }) => {
          void pick(target.files?.[0]);
          target.value = "";
        }}
      />
    </form>
  );
}

type RoundProps = { label: string; primary?: boolean; submit?: boolean; children: ReactNode };
function Round({ label, primary, submit, children, ...rest }: RoundProps) {
  return (
    <button
      {...rest}
      type={submit ? "submit" : "button"}
      className="chat-round"
      data-primary={primary || undefined}
      aria-label={label}
      title={label}
    >
      {children}
    </button>
  );
}

function AboutLine({ about, onStop }: { about: NonNullable<About>; onStop: () => void }) {
  const t = useTranslations("chat");
  return (
    <div className="mb-2 flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className="text-md font-semibold">{about.does === "edit" ? t("editing") : t("replying")}</p>
        <QuoteLine quote={quoteOf(about.message)} />
      </div>
      <button type="button" className="chat-plain" aria-label={t("stopAbout")} onClick={onStop}>
        <X aria-hidden size={22} />
      </button>
    </div>
  );
}
