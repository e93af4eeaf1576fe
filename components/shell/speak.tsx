import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { loadMessages, type Namespace } from "@/lib/i18n/load";
import { MoreMessages } from "./more-messages";

/** Hands the client components inside it the messages they need, and no others. Server components need none of this. */
export async function Speak({ namespaces, children }: { namespaces: readonly Namespace[]; children: ReactNode }) {
  const messages = loadMessages(await getLocale(), namespaces);
  return <MoreMessages messages={messages}>{children}</MoreMessages>;
}
