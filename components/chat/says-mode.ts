import type { useTranslations } from "next-intl";
import type { Message } from "@/lib/chat/contract";

/** Who lets whom write, as a line of the talk. */
export const saysMode = (t: ReturnType<typeof useTranslations<"chat">>, { leadersOnly, senderName }: Message) =>
  t(leadersOnly ? "modeClosed" : "modeOpened", { name: senderName });
