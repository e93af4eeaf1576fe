import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { type Namespace, wordsOf } from "@/lib/i18n/load";
import type { Spoken } from "@/lib/i18n/locales";
import { MoreWords } from "./words";

/** Hands the client components inside it the messages they need, and no others. Server components need none of this. */
export async function Speak({ namespaces, children }: { namespaces: readonly Namespace[]; children: ReactNode }) {
  return <MoreWords words={wordsOf((await getLocale()) as Spoken, namespaces)}>{children}</MoreWords>;
}
