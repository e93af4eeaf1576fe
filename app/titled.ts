import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { MessageKey } from "@/lib/i18n/translate";

/** What a page is called in tabs, in history, and in the list of what a phone keeps. */
export const titled = (key: MessageKey) => async (): Promise<Metadata> => ({ title: (await getTranslations())(key) });
