import type { z } from "zod";
import { asLocale } from "@/lib/i18n/locales";
import { isPerson } from "@/lib/kernel/actor";
import type { Call, Work } from "@/lib/kernel/call";
import type { Operation } from "@/lib/kernel/command";
import { lookUpLocale } from "../store/members";
import { findSelf } from "./agency";

/** `speaker`: whose own language wins once it is known; null where `locale` stands already. */
type Language = { locale: string; speaker: string | null };

/** Plain verb: in which language a paper is for this person: the one that was asked for; of who reads it themselves the
 * one they read in; of anybody else the one they chose; the agency's of who has no login. */
export async function languageOf(work: Work, userId: string | null, wanted?: string): Promise<Language> {
  const isReader = isPerson(work.actor) && work.actor.userId === userId;
  if (wanted || isReader) return { locale: wanted ?? work.locale, speaker: null };
  return { locale: (await findSelf(work)).locale, speaker: userId };
}

/** Ends a look at a paper by asking its person's login, which no agency sees, for the language: afterwards, so that never
 * two transactions wait for each other. */
export const spoken = <I extends z.ZodType, P extends Language>(
  look: Operation<I, P>,
): Operation<I, Omit<P, "speaker">> => {
  const perform = async (call: Call | Work, input: z.input<I>) => {
    const { speaker, ...paper } = await look(call, input);
    const own = speaker && (await lookUpLocale(call, speaker));
    // Sums on papers stay in the digits that banks and borders read.
    return { ...paper, locale: asLocale(own || paper.locale) };
  };
  return Object.assign(perform, { operation: look.operation });
};
