import { useTranslations } from "next-intl";
import type { Message } from "@/lib/chat/contract";
import "./chat.css";

type Quoted = Pick<NonNullable<Message["replyTo"]>, "senderName" | "kind" | "text">;
/** What an answer answers to, as much of it as is left. */
export function QuoteLine({ quote }: { quote: Quoted }) {
  const t = useTranslations("chat");
  const kind = quote.kind === "photo" ? t("photo") : quote.kind === "position" ? t("position") : t("withdrawn");
  return (
    <blockquote className="chat-quote">
      <span className="block font-semibold">
        <bdi>{quote.senderName}</bdi>
      </span>
      <span className="line-clamp-2" dir="auto">
        {quote.text ?? kind}
      </span>
    </blockquote>
  );
}
