"use client";

import { Camera, MapPin, Plus, SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { Form } from "@/components/ui/form";
import { Menu } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import type { Message } from "@/lib/chat/contract";
import { newId } from "@/lib/kernel/ids";
import { AboutLine } from "./about-line";
import { PlaceLine, useOwnPlace } from "./own-place";
import type { ChatSession } from "./session";
import { shrink } from "./shrink";
import { useSayAbove } from "./use-say-above";

/** What the composer is about, beside a new message. */
export type About = { does: "reply" | "edit"; message: Message } | null;
type ComposerProps = { session: ChatSession; about: About; quoted: Message | null; onDone: () => void };

const LIMIT = 4_000;

/** Where one writes. What is sent is kept on this device first, so nothing typed is lost to a bad network. */
export function Composer({ session, about, quoted, onDone }: ComposerProps) {
  const t = useTranslations("chat");
  const errors = useTranslations("errors");
  const [text, setText] = useState("");
  // What stands in the field at this moment: a second press comes before the next drawing.
  const typed = useRef("");
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);

  const form = useRef<HTMLFormElement>(null);
  useSayAbove(form);

  const show = useCallback((words: string) => {
    typed.current = words;
    setText(words);
  }, []);
  const write = (words: string) => {
    show(words);
    // A change is written in the same place, and is nobody's draft.
    if (about?.does !== "edit") session.draft = words;
  };
  const begun = useRef(false);
  useEffect(() => {
    show(about?.does === "edit" ? (about.message.text ?? "") : session.draft);
    // An answer that was begun before opens no keyboard over the talk.
    if (about && begun.current) field.current?.focus();
    begun.current = true;
  }, [about, session, show]);
  const isLong = (words: string) => {
    if (words.length > LIMIT) toast({ text: errors("fields.too_long", { limit: LIMIT }), kind: "failed" });
    return words.length > LIMIT;
  };

  const replyTo = about?.does === "reply" ? about.message.id : undefined;
  const post = async (what: {
    kind: "text" | "photo" | "position";
    text?: string;
    picture?: Blob;
    position?: { lat: number; lng: number };
  }) => {
    if (what.text) write("");
    if (replyTo) onDone();
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
    onDone();
  };
  const submit = () => {
    const words = typed.current.trim();
    if (!words || busy || isLong(words)) return;
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
    if (isLong(words)) return;
    await post({ kind: "photo", picture, ...(words ? { text: words } : {}) });
  };
  const place = useOwnPlace((position) => void post({ kind: "position", position }));
  const items = [
    {
      id: "photo",
      label: t("sendPhoto"),
      icon: <Camera aria-hidden size={20} />,
      onSelect: () => file.current?.click(),
    },
    { id: "position", label: t("sendPosition"), icon: <MapPin aria-hidden size={20} />, onSelect: place.ask },
  ];

  return (
    <Form
      ref={form}
      className="chat-composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {about && quoted ? <AboutLine {...{ busy, quoted }} does={about.does} onStop={onDone} /> : null}
      {place.state ? <PlaceLine {...place} state={place.state} /> : null}
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
    </Form>
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
